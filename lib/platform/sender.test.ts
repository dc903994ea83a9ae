import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { classifySender, type Sender } from './sender.ts';

const id = fakeBrowser.runtime.id;
const own = `chrome-extension://${id}`;
const tab = { id: 7, url: 'https://desk.example/tickets/1' } as NonNullable<Sender['tab']>;

const STRANGER = { kind: 'stranger' };

describe('classifySender', () => {
  it.each<[string, Sender, object]>([
    ['the popup', { id, url: `${own}/popup.html`, origin: own }, { kind: 'page', page: 'popup' }],
    ['the side panel', { id, url: `${own}/sidepanel.html`, origin: own }, { kind: 'page', page: 'sidepanel' }],
    ['the options in a tab', { id, url: `${own}/options.html#x`, origin: own, tab, frameId: 0 }, { kind: 'page', page: 'options' }],
    ['the options framed by a page', { id, url: `${own}/options.html`, origin: own, tab, frameId: 5 }, STRANGER],
    [
      'the in-page frame',
      { id, url: `${own}/frame.html`, origin: own, tab, frameId: 5 },
      { kind: 'frame', tab: 7, tabUrl: tab.url },
    ],
    ['the frame page opened as a tab', { id, url: `${own}/frame.html`, origin: own, tab, frameId: 0 }, STRANGER],
    ['an own path that is no view', { id, url: `${own}/other.html`, origin: own, tab, frameId: 0 }, STRANGER],
    [
      'another extension',
      { id: 'other', url: 'chrome-extension://other/popup.html', origin: 'chrome-extension://other' },
      STRANGER,
    ],
    [
      'another extension under our id',
      { id, url: 'chrome-extension://other/popup.html', origin: 'chrome-extension://other' },
      STRANGER,
    ],
    ['an own url with a foreign origin', { id, url: `${own}/popup.html`, origin: 'https://evil.example' }, STRANGER],
    [
      'a content script',
      { id, url: tab.url as string, origin: 'https://desk.example', tab, frameId: 0, documentId: 'd' },
      { kind: 'site', origin: 'https://desk.example', tab: 7, frame: 0, document: 'd', page: tab.url },
    ],
    [
      'a content script in a foreign frame',
      { id, url: 'https://evil.example/desk.example', origin: 'https://evil.example', tab, frameId: 4 },
      {
        ...{ kind: 'site', origin: 'https://evil.example', tab: 7, frame: 4, document: undefined },
        page: 'https://evil.example/desk.example',
      },
    ],
    [
      'a content script in a sandboxed srcdoc frame',
      { id, url: 'about:srcdoc', origin: 'null', tab, frameId: 4 },
      { kind: 'site', origin: 'https://desk.example', tab: 7, frame: 4, document: undefined, page: tab.url },
    ],
    ['a sandboxed frame with an address', { id, url: 'https://desk.example/x', origin: 'null', tab, frameId: 4 }, STRANGER],
    ['a data: frame', { id, url: 'data:text/html,x', origin: 'null', tab, frameId: 4 }, STRANGER],
    ['a file', { id, url: 'file:///x', origin: 'file://', tab, frameId: 0 }, STRANGER],
    [
      'a content script of a page that was replaced',
      { id, url: tab.url as string, origin: 'https://desk.example', tab, frameId: 0, documentLifecycle: 'cached' } as Sender,
      STRANGER,
    ],
    [
      'a content script of a page that is only being prepared',
      { id, url: tab.url as string, origin: 'https://desk.example', tab, frameId: 9, documentLifecycle: 'prerender' } as Sender,
      STRANGER,
    ],
    ['a content script without a tab', { id, url: tab.url as string, origin: 'https://desk.example' }, STRANGER],
    ['no origin', { id, url: tab.url as string, tab, frameId: 0 }, STRANGER],
    ['nobody', {}, STRANGER],
  ])('knows %s', (_, sender, speaker) => {
    expect(classifySender(sender)).toEqual(speaker);
  });
});
