import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import {
  admitWanted,
  disableSite,
  enableSite,
  findSite,
  forgetProvider,
  keepSidebar,
  leaveUnlessSite,
  preferProvider,
  wantSite,
} from './manage-sites.ts';
import { readSites } from './read-sites.ts';
import { reconcileSites } from './reconcile-sites.ts';

const origin = 'https://desk.example';
const sidebar = { shown: true, open: true, side: 'left', width: 300 } as const;

beforeEach(() => fakeBrowser.reset());

describe('sites', () => {
  it('run the content script once enabled, also in tabs that are open already', async () => {
    const browser = stubPermissions([`${origin}/*`]);
    const tab = await fakeBrowser.tabs.create({ url: `${origin}/tickets/1` });
    await enableSite(origin);
    expect(browser.registered()).toEqual([`${origin}/*`]);
    expect(browser.injected).toEqual([tab.id]);
    expect(await readSites()).toMatchObject([{ origin }]);
  });

  it('are not enabled without the permission', async () => {
    const browser = stubPermissions([]);
    await enableSite(origin);
    expect([browser.registered(), await readSites()]).toEqual([[], []]);
  });

  it('that were wanted are enabled when the permission comes, even with the popup gone', async () => {
    stubPermissions([]);
    await wantSite(origin);
    await admitWanted();
    expect(await readSites()).toEqual([]);
    const browser = stubPermissions([`${origin}/*`]);
    await admitWanted();
    expect(browser.registered()).toEqual([`${origin}/*`]);
    expect(await fakeBrowser.storage.session.get('wanted')).toEqual({ wanted: [] });
  });

  it('stop running when the permission is taken away, and stay listed to be given back', async () => {
    stubPermissions([`${origin}/*`]);
    await enableSite(origin);
    const browser = stubPermissions([]);
    await reconcileSites();
    expect(browser.registered()).toEqual([]);
    expect(await readSites()).toMatchObject([{ origin }]);
  });

  it('are forgotten whole, permission included', async () => {
    const browser = stubPermissions([`${origin}/*`]);
    await enableSite(origin);
    await disableSite(origin);
    expect([browser.registered(), await readSites()]).toEqual([[], []]);
    await enableSite(origin);
    expect(await readSites()).toEqual([]);
  });

  it('may be parts of an origin, which go one by one', async () => {
    const browser = stubPermissions([`${origin}/*`]);
    await wantSite(origin, '/rt/');
    await admitWanted();
    await enableSite(origin, '/glpi/');
    expect(await findSite(origin)).toMatchObject({ paths: ['/rt/', '/glpi/'] });
    await disableSite(origin, '/rt/');
    expect(await findSite(origin)).toMatchObject({ paths: ['/glpi/'] });
    expect(browser.registered()).toEqual([`${origin}/*`]);
    await enableSite(origin);
    expect(await findSite(origin)).not.toHaveProperty('paths');
    await enableSite(origin, '/rt/');
    expect(await findSite(origin)).not.toHaveProperty('paths');
    await disableSite(origin);
    await enableSite(origin, '/rt/');
    expect(await readSites()).toEqual([]);
  });

  it('keep their own sidebar', async () => {
    stubPermissions([`${origin}/*`, 'https://other.example/*']);
    await enableSite(origin);
    await enableSite('https://other.example');
    await keepSidebar(origin, sidebar);
    expect(await findSite(origin)).toEqual({ origin, sidebar });
    expect(await findSite('https://other.example')).toMatchObject({ sidebar: { open: false } });
  });

  it('keep what the agent chose beside what look-ups showed, until both are forgotten', async () => {
    stubPermissions([`${origin}/*`, 'https://frame.example/*']);
    await enableSite(origin);
    const inner = { frame: 3, site: 'https://frame.example', settled: true, candidates: [] };
    const top = { ...inner, frame: 0, site: origin };
    await fakeBrowser.storage.session.set({ 'reports:7': [inner, top] });
    await preferProvider(7, 'maax', true);
    await preferProvider(7, 'socialboards', false);
    expect(await findSite(origin)).toMatchObject({ chosenProvider: 'maax', provider: 'socialboards' });
    await forgetProvider(origin);
    expect(await findSite(origin)).toEqual({ origin, sidebar: expect.anything() });
  });

  it('that were declined are not enabled by a later permission', async () => {
    for (const forget of [() => wantSite(null), () => wantSite('https://other.example')]) {
      stubPermissions([]);
      await wantSite(origin);
      await forget();
      stubPermissions([`${origin}/*`]);
      await admitWanted();
      expect(await readSites()).toEqual([]);
    }
    // Nobody tells where the popup was closed by the prompt.
    await wantSite(origin);
    vi.useFakeTimers({ now: Date.now() + 180_000, toFake: ['Date'] });
    await admitWanted();
    vi.useRealTimers();
    expect(await readSites()).toEqual([]);
  });

  it('are enabled and disabled though a page shows a dialog that holds up all answers', async () => {
    const [held, one, other] = ['a', 'b', 'c'].map((name) => `https://${name}.example`) as [string, string, string];
    const browser = stubPermissions([held, one, other].map((each) => `${each}/*`));
    await enableSite(held);
    await enableSite(one);
    await fakeBrowser.tabs.create({ url: `${held}/1` });
    const never = () => new Promise(() => undefined);
    Object.assign(fakeBrowser.tabs, { sendMessage: never });
    Object.assign(fakeBrowser.scripting, { executeScript: never });
    await enableSite(other);
    await disableSite(one);
    expect(browser.registered()).toEqual([`${held}/*`, `${other}/*`]);
    expect(await fakeBrowser.permissions.contains({ origins: [`${one}/*`] })).toBe(false);
  });

  it('keep their tab when they load, and lose it to another page, an error page too', async () => {
    stubPermissions([`${origin}/*`]);
    await enableSite(origin);
    const top = { frame: 0, site: origin, name: 'one', settled: true, candidates: [] };
    const held = { 'reports:7': [top], 'tab:7': { settled: true, refs: [{ provider: 'maax', id: '1' }], candidates: [] } };
    const load = async (url: string | undefined, answer: () => Promise<unknown>) => {
      await fakeBrowser.storage.session.set(held);
      Object.assign(fakeBrowser.tabs, { sendMessage: answer });
      await leaveUnlessSite(7, url);
      return ((await fakeBrowser.storage.session.get('tab:7'))['tab:7'] as { refs: readonly unknown[] }).refs.length;
    };
    const hears = async () => undefined;
    const isGone = async () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
    const isNext = async () => {
      await fakeBrowser.storage.session.set({ 'reports:7': [{ ...top, name: 'two' }] });
      return isGone();
    };
    expect(await load(`${origin}/tickets/2`, hears)).toBe(1);
    expect(await load(`${origin}/tickets/2`, isNext)).toBe(1);
    expect(await load(`${origin}/tickets/2`, isGone)).toBe(0);
    for (const url of ['https://else.example/', undefined]) expect(await load(url, hears)).toBe(0);
  });
});
