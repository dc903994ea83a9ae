import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addSidebar, registerContentScripts, scanOnce, startInOpenTabs, stopInOpenTabs } from './content-script.ts';

interface Script {
  readonly id: string;
  readonly js: readonly string[];
}

interface Injection {
  readonly target: { readonly tabId: number };
  readonly files?: readonly string[];
}

const MAKER = 'https://acme.zendesk.com';
const OWN = 'https://desk.example';

let registered: Script[];
let injections: Injection[];
/** What the page in each tab answers to a function. */
let answer: () => unknown;

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  injections = [];
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts: readonly Script[]) => void registered.push(...scripts),
    unregisterContentScripts: async ({ ids }: { readonly ids: readonly string[] }) => {
      registered = registered.filter(({ id }) => !ids.includes(id));
    },
    executeScript: async (injection: Injection) => {
      if (!injection.files) return [{ result: answer() }];
      injections.push(injection);
      return [{}];
    },
  });
});

describe('a page gets the helpdesks that its host may hold, then what reads them', () => {
  it.each([
    [MAKER, ['/helpdesks/zendesk.js', '/content-scripts/helpdesk.js']],
    [OWN, ['/self-hosted-helpdesks.js', '/content-scripts/helpdesk.js']],
  ])('at %s', async (origin, files) => {
    await registerContentScripts([origin]);
    expect(registered.map(({ js }) => js)).toEqual([files]);
    const { id } = await fakeBrowser.tabs.create({ url: `${origin}/tickets/1` });
    await startInOpenTabs(origin);
    expect(injections.map(({ target, files: injected }) => [target.tabId, injected])).toEqual([[id, files]]);
  });

  it('from the browser’s start on, before this extension has said anything', async () => {
    await registerContentScripts([OWN]);
    expect(registered).toMatchObject([{ persistAcrossSessions: true, allFrames: true, runAt: 'document_start' }]);
  });

  it('in place of what an older version registered', async () => {
    registered.push({ id: `helpdesk ${OWN}/*`, js: ['/content-scripts/helpdesk.js'] });
    expect(await registerContentScripts([OWN])).toEqual([OWN]);
    expect(registered.map(({ js }) => js)).toEqual([['/self-hosted-helpdesks.js', '/content-scripts/helpdesk.js']]);
    expect(await registerContentScripts([OWN])).toEqual([]);
  });
});

describe('the sidebar', () => {
  it.each([
    ['is added to a page that waits for it', true, [['/page-sidebar.js']]],
    ['is not added twice', false, []],
  ])('%s', async (_, isAwaited, files) => {
    answer = () => isAwaited;
    await addSidebar(7);
    expect(injections.map((injection) => injection.files)).toEqual(files);
  });

  it('is no failure where the page has gone elsewhere', async () => {
    answer = () => {
      throw new Error('Cannot access contents of the page');
    };
    await addSidebar(7);
    expect(injections).toEqual([]);
  });
});

describe('a single look', () => {
  it('waits for a page that loads, and takes one that never ends as it is', async () => {
    vi.useFakeTimers();
    const executeScript = vi.fn(({ injectImmediately }: { injectImmediately: boolean }) =>
      injectImmediately ? Promise.resolve([{ frameId: 0, result: 'seen' }]) : new Promise(() => undefined),
    );
    Object.assign(fakeBrowser.scripting, { executeScript });
    const looked = scanOnce(7);
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    expect(await looked).toEqual([{ frame: 0, answer: 'seen' }]);
    expect(executeScript).toHaveBeenCalledTimes(2);
  });
});

describe('a site that is switched off', () => {
  it('ends sandboxed frames in its own tabs, and where nobody sees any more whose they are', async () => {
    const said: unknown[] = [];
    Object.assign(fakeBrowser.tabs, {
      query: async () => [{ id: 1, url: `${OWN}/1` }, { id: 2, url: `${MAKER}/1` }, { id: 3 }],
      sendMessage: async (tab: number, message: unknown) => void said.push([tab, message]),
    });
    await stopInOpenTabs(OWN);
    expect(said).toEqual([1, 2, 3].map((tab) => [tab, { stop: OWN, isOwn: tab !== 2 }]));
  });
});
