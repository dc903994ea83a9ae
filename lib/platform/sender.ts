import { type Browser, browser } from 'wxt/browser';

/** A line that another context opened. */
export type Port = Browser.runtime.Port;

/** What the browser stamps on a message. */
export type Sender = Browser.runtime.MessageSender;

export const OWN_PAGES = ['sidepanel', 'popup', 'options'] as const;

export type OwnPage = (typeof OWN_PAGES)[number];

/**
 * Who speaks, from what the browser stamps on the sender alone.
 * `site` has still to be an enabled one: `origin` is undefined for a sandboxed srcdoc frame, then the tab's own counts.
 */
export type Speaker =
  | { readonly kind: 'page'; readonly page: OwnPage }
  | { readonly kind: 'frame'; readonly tab: number; readonly tabUrl: string | undefined }
  | {
      readonly kind: 'site';
      readonly origin: string;
      readonly tab: number;
      readonly frame: number;
      readonly document: string | undefined;
      /** The page whose path counts, where the site is a part of its origin. */
      readonly page: string | undefined;
    }
  | { readonly kind: 'stranger' };

const STRANGER: Speaker = { kind: 'stranger' };

function readUrl(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}

/** A frame of the extension's own: a view in a tab or panel, or the in-page sidebar. */
function classifyOwn(sender: Sender, url: URL): Speaker {
  const page = url.pathname.replace(/^\/|\.html$/g, '');
  const isTop = (sender.frameId ?? 0) === 0;
  if (page === 'frame') {
    return !isTop && sender.tab?.id !== undefined ? { kind: 'frame', tab: sender.tab.id, tabUrl: sender.tab.url } : STRANGER;
  }
  const own = OWN_PAGES.find((name) => name === page);
  return own && isTop ? { kind: 'page', page: own } : STRANGER;
}

/**
 * A content script. `sender.url` is used for the path, never for the origin: in a srcdoc frame it is `about:srcdoc`.
 * The origin is `"null"` in a sandboxed srcdoc frame: then the tab's own address decides.
 */
function classifySite(sender: Sender): Speaker {
  const { tab, frameId, documentId, documentLifecycle } = sender as Sender & { documentLifecycle?: string };
  if (tab?.id === undefined) return STRANGER;
  // Chrome: a page that is not on show, because it was replaced or is only being prepared. Firefox does not say.
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return STRANGER;
  const isSandboxed = sender.origin === 'null' && sender.url === 'about:srcdoc';
  const origin = isSandboxed ? readUrl(tab.url)?.origin : sender.origin;
  if (origin === undefined || !/^https?:\/\//.test(origin)) return STRANGER;
  // Of a page that has moved on without a load, the sender's address is the one that it began with.
  const isTop = isSandboxed || (frameId ?? 0) === 0;
  const page = [isTop ? tab.url : sender.url, tab.url].find((url) => readUrl(url)?.origin === origin);
  return { kind: 'site', origin, tab: tab.id, frame: frameId ?? 0, document: documentId, page };
}

/** The one place that reads a message's sender. Anything unclear is a stranger. */
export function classifySender(sender: Sender): Speaker {
  if (sender.id !== browser.runtime.id) return STRANGER;
  const own = new URL(browser.runtime.getURL('/'));
  const url = readUrl(sender.url);
  if (url?.protocol === own.protocol) {
    return url.host === own.host && (sender.origin === undefined || readUrl(sender.origin)?.host === own.host)
      ? classifyOwn(sender, url)
      : STRANGER;
  }
  return classifySite(sender);
}
