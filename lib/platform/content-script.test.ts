import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addSidebar, registerContentScripts, startInOpenTabs } from './content-script.ts';

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
