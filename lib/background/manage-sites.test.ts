import { beforeEach, describe, expect, it } from 'vitest';
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

  it('keep their tab when they load, and lose it to another page', async () => {
    stubPermissions([`${origin}/*`]);
    await enableSite(origin);
    const held = { 'reports:7': [], 'tab:7': { settled: true, refs: [{ provider: 'maax', id: '1' }], candidates: [] } };
    await fakeBrowser.storage.session.set(held);
    await leaveUnlessSite(7, `${origin}/tickets/2`);
    expect(await fakeBrowser.storage.session.get('tab:7')).toMatchObject({ 'tab:7': { refs: [{ id: '1' }] } });
    for (const url of ['https://else.example/', undefined]) {
      await fakeBrowser.storage.session.set(held);
      await leaveUnlessSite(7, url);
      expect(await fakeBrowser.storage.session.get('tab:7')).toMatchObject({ 'tab:7': { refs: [] } });
    }
  });
});
