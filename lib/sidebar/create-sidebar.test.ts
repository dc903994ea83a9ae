// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SidebarState } from '../domain/site.ts';
import { createSidebar, type Sidebar } from './create-sidebar.ts';

const CLOSED: SidebarState = { shown: true, open: false, side: 'right', width: 380 };
const STRINGS = {
  name: 'Backscroll',
  open: 'Open Backscroll',
  close: 'Close',
  moveLeft: 'Move to the left',
  moveRight: 'Move to the right',
  switchOff: 'Switch off on this site',
  resize: 'Resize',
};

describe('the in-page sidebar', () => {
  let controller: AbortController;
  let sidebar: Sidebar;
  let root: ShadowRoot;
  const save = vi.fn<(state: SidebarState) => void>();
  const host = () => document.querySelectorAll('html > backscroll-sidebar');
  const press = (name: string) => root.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)?.click();

  beforeEach(() => {
    save.mockReset();
    controller = new AbortController();
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    document.documentElement.append(document.createElement('backscroll-sidebar'));
    sidebar = createSidebar(document, {
      frameUrl: '',
      strings: STRINGS,
      save,
      signal: controller.signal,
    }) as Sidebar;
    expect(attach.mock.calls[0]).toEqual([{ mode: 'closed' }]);
    root = attach.mock.results[0]?.value as ShadowRoot;
    attach.mockRestore();
  });

  afterEach(() => controller.abort());

  it('removes what an older copy left behind, and shows nothing until there is something', () => {
    expect(host()).toHaveLength(0);
    sidebar.setState(CLOSED);
    expect(host()).toHaveLength(0);
    sidebar.setFound(true);
    expect(host()).toHaveLength(1);
    sidebar.setFound(false);
    expect(host()).toHaveLength(0);
  });

  it('shows nothing where the agent switched it off', () => {
    sidebar.setState({ ...CLOSED, shown: false });
    sidebar.setFound(true);
    expect(host()).toHaveLength(0);
  });

  it('holds a frame only while it is open', () => {
    sidebar.setState({ ...CLOSED, open: true });
    expect(root.querySelector('iframe')?.title).toBe('Backscroll');
    press('Close');
    expect(root.querySelector('iframe')).toBeNull();
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: false });
  });

  it('moves to the other side and remembers it', () => {
    sidebar.setState({ ...CLOSED, open: true });
    press('Move to the left');
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: true, side: 'left' });
    press('Move to the right');
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: true, side: 'right' });
  });

  it('is not opened by a click that the page makes up', () => {
    sidebar.setState(CLOSED);
    sidebar.setFound(true);
    root.querySelector('.launcher')?.dispatchEvent(new MouseEvent('click'));
    expect(save).not.toHaveBeenCalled();
  });

  it('is resized with the arrow keys, within bounds', () => {
    sidebar.setState({ ...CLOSED, open: true });
    const handle = root.querySelector('[role="separator"]') as HTMLElement;
    handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: true, width: 396 });
    handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    expect(handle.getAttribute('aria-valuenow')).toBe('280');
  });

  it('comes back when the page throws it out, but not for ever, and goes when it is stopped', async () => {
    sidebar.setState(CLOSED);
    sidebar.setFound(true);
    for (let turn = 0; turn < 30; turn += 1) {
      for (const element of host()) element.remove();
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (turn === 0) expect(host()).toHaveLength(1);
    }
    expect(host()).toHaveLength(0);
    sidebar.setState(CLOSED);
    expect(host()).toHaveLength(1);
    controller.abort();
    expect(host()).toHaveLength(0);
  });
});
