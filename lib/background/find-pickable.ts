import { findOrigin, findSiteOf } from '../domain/site.ts';
import type { FrameAnswer } from '../platform/content-script.ts';
import { readSites } from './read-sites.ts';
import { pickerFrame } from './rule-schemas.ts';

/** A frame in which the agent may click. */
export interface PickableFrame {
  readonly frame: number;
  /** The enabled site whose rules hold in it. */
  readonly site: string;
  /** Absent in a frame without an address of its own. */
  readonly url?: URL;
}

/** By the same measure as the senders of messages: a sandboxed srcdoc frame is the tab's own, any other must be of an enabled site. */
function findFrameSite(
  answer: { readonly origin: string; readonly url: string },
  tabOrigin: string,
): PickableFrame['site'] | undefined {
  if (answer.origin !== 'null') return answer.origin;
  return answer.url === 'about:srcdoc' ? tabOrigin : undefined;
}

/**
 * The frames of a tab in which the agent may click: `top`, which is the page itself, and the frames of enabled sites that have a
 * picker of their own. A frame that its page reads is covered by the page's picker.
 */
export async function findPickable(top: PickableFrame, answers: readonly FrameAnswer[]): Promise<readonly PickableFrame[]> {
  const [frames, sites] = [[top], await readSites()];
  for (const { frame, answer } of answers) {
    const parsed = pickerFrame.safeParse(answer);
    if (frame === 0 || !parsed.success || parsed.data.isRead) continue;
    const site = findFrameSite(parsed.data, top.site);
    const url = findOrigin(parsed.data.url) === site ? new URL(parsed.data.url) : undefined;
    if (site === undefined || !(url ? findSiteOf(sites, url.href) : sites.some(({ origin }) => origin === site))) continue;
    frames.push({ frame, site, ...(url && { url }) });
  }
  return frames;
}
