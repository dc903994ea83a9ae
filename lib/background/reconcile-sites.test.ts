import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import { DEFAULT_SIDEBAR } from '../domain/site.ts';
import { followTab } from './follow-tab.ts';
import { disableSite, enableSite } from './manage-sites.ts';
import { reconcileSites, restartSites } from './reconcile-sites.ts';

const desk = 'https://desk.example';
const other = 'https://other.example';
const candidates = [{ id: '1', provider: 'maax', kind: 'field', label: 'ID', excerpt: '' }] as const;

const enable = (...origins: string[]) =>
  fakeBrowser.storage.local.set({ sites: origins.map((origin) => ({ origin, sidebar: DEFAULT_SIDEBAR })) });
const open = async (origin: string) => (await fakeBrowser.tabs.create({ url: `${origin}/tickets/1` })).id as number;
const readTab = async (tab: number) => (await fakeBrowser.storage.session.get(`tab:${tab}`))[`tab:${tab}`];
const readIcon = async () => ({
  badge: await fakeBrowser.action.getBadgeText({}),
  title: await fakeBrowser.action.getTitle({}),
});

beforeEach(() => fakeBrowser.reset());

describe('sites at every start', () => {
  it('start in open tabs where their scripts were lost, as after an update', async () => {
    const browser = stubPermissions([`${desk}/*`]);
    await enable(desk);
    const tab = await open(desk);
    await open(other);
    await reconcileSites();
    expect([browser.registered(), browser.injected]).toEqual([[`${desk}/*`], [tab]]);
    await reconcileSites();
    expect(browser.injected).toEqual([tab]);
  });

  it('start anew in open tabs after an update that left their registrations alone', async () => {
    const browser = stubPermissions([`${desk}/*`]);
    await enable(desk);
    await reconcileSites();
    const tab = await open(desk);
    await open(other);
    await restartSites();
    expect(browser.injected).toEqual([tab]);
  });

  it('say on the icon which permission is gone, until it is back', async () => {
    await enable(desk, other);
    stubPermissions([`${other}/*`]);
    await reconcileSites();
    expect(await readIcon()).toEqual({ badge: '!', title: expect.stringContaining('desk.example') });
    expect((await readIcon()).title).not.toContain('other.example');
    stubPermissions([`${desk}/*`, `${other}/*`]);
    await reconcileSites();
    expect(await readIcon()).toEqual({ badge: '', title: 'Backscroll' });
  });

  it('start again in open tabs when the permission comes back', async () => {
    await enable(desk);
    const tab = await open(desk);
    stubPermissions([]);
    await reconcileSites();
    const browser = stubPermissions([`${desk}/*`]);
    await reconcileSites();
    expect(browser.injected).toEqual([tab]);
  });
});

describe('a site that is lost or switched off', () => {
  it.each([
    ['lost', () => stubPermissions([])],
    ['switched off', () => stubPermissions([`${desk}/*`])],
  ])('stops in its tabs at once and leaves nothing there: %s', async (how, stub) => {
    const tab = await open(desk);
    await enable(desk);
    const browser = stub();
    await followTab(tab, { frame: 0, site: desk, ticket: 'a', settled: true, candidates });
    await (how === 'lost' ? reconcileSites() : disableSite(desk));
    expect(browser.stopped).toContainEqual([tab, desk]);
    expect(await readTab(tab)).toEqual({ settled: false, refs: [], fallbacks: [], candidates: [] });
  });

  it('takes nothing from another site in the same tab', async () => {
    const tab = await open(desk);
    await enable(desk, other);
    stubPermissions([`${desk}/*`, `${other}/*`]);
    await followTab(tab, { frame: 0, site: desk, ticket: 'a', settled: true, candidates: [] });
    await followTab(tab, { frame: 2, site: other, settled: true, candidates });
    await disableSite(other);
    expect(await readTab(tab)).toMatchObject({ ticket: 'a', settled: true, refs: [] });
  });

  it('keeps a permission that a chat system still needs', async () => {
    stubPermissions([`${desk}/*`]);
    await enable(desk);
    const settings = { provider: 'maax', baseUrl: `${desk}/api/v2/` };
    await fakeBrowser.storage.local.set({ providers: { maax: { settings, stored: [], savedAt: 1 } } });
    await disableSite(desk);
    expect(await fakeBrowser.permissions.contains({ origins: [`${desk}/*`] })).toBe(true);
    await fakeBrowser.storage.local.set({ providers: {} });
    await enableSite(desk);
    await disableSite(desk);
    expect(await fakeBrowser.permissions.contains({ origins: [`${desk}/*`] })).toBe(false);
  });
});

describe('enabling', () => {
  it('is refused for plain http outside a private network, whoever asks', async () => {
    stubPermissions(['http://desk.example/*']);
    await enableSite('http://desk.example');
    expect(await fakeBrowser.storage.local.get('sites')).toEqual({});
  });
});
