// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SIDEBAR } from '../../lib/domain/site.ts';
import { MAAX_DEFAULTS } from '../../lib/providers/maax/defaults.ts';
import { click, findByName, mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { PanelView } from './panel-view.tsx';

const ORIGIN = 'https://intranet.example';
const SITE = { origin: ORIGIN, paths: ['/rt/'], sidebar: DEFAULT_SIDEBAR };
const MAAX = { settings: MAAX_DEFAULTS, stored: ['apiKey'], savedAt: 1 };

const { tell, requestAccess, page } = vi.hoisted(() => ({ tell: vi.fn(), requestAccess: vi.fn(), page: { url: '' } }));
vi.mock('../../lib/platform/messages.ts', () => ({ send: tell, tell }));
vi.mock('../../lib/platform/access.ts', () => ({ hasAccess: async () => false, requestAccess, watchAccess: () => undefined }));
vi.mock('../hooks/use-active-tab.ts', () => ({ useActiveTab: () => ({ id: 1, windowId: 1, url: page.url }) }));

beforeEach(async () => {
  fakeBrowser.reset();
  tell.mockReset().mockResolvedValue(undefined);
  requestAccess.mockReset().mockResolvedValue(true);
  await fakeBrowser.storage.local.set({ sites: [SITE], providers: { maax: MAAX } });
});

afterEach(unmount);

async function open(url: string): Promise<HTMLElement> {
  page.url = url;
  const root = mount(<PanelView />);
  await vi.waitFor(() => expect(root.querySelector('main button')).not.toBeNull());
  await settle();
  return root;
}

const listTold = () => tell.mock.calls.map(([type, input]) => [type, input]).filter(([type]) => type === 'enable-site');

describe('the side panel on a site whose permission the browser has taken back', () => {
  it('says so, and asks for it without enabling more of the host than before', async () => {
    const root = await open(`${ORIGIN}/rt/Ticket/1`);
    expect(root.textContent).toContain('taken back the permission for this site');
    expect(root.textContent).not.toContain('off on this site');
    click(findByName(root, 'Give access back'));
    await settle();
    expect(requestAccess).toHaveBeenCalledWith([ORIGIN]);
    expect(listTold()).toEqual([]);
  });

  it('offers to enable what was not enabled', async () => {
    const root = await open(`${ORIGIN}/wiki/1`);
    expect(root.textContent).toContain('off on this site');
    click(findByName(root, 'Enable on this site'));
    await settle();
    expect(listTold()).toEqual([['enable-site', { origin: ORIGIN, path: undefined }]]);
  });
});
