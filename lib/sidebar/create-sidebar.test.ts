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
  off: 'Switch off',
  isOff: 'The sidebar is off on this site.',
  undo: 'Undo',
  resize: 'Resize',
};

describe('the in-page sidebar', () => {
  let controller: AbortController;
  let sidebar: Sidebar;
  let root: ShadowRoot;
  const save = vi.fn<(state: SidebarState) => void>();
  const host = () => document.querySelectorAll('html > backscroll-sidebar');
  const press = (name: string) => root.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)?.click();
  /** As the agent's own hand does it. */
  const clickTruly = (element: Element | null) => {
    const event = new MouseEvent('click');
    Object.defineProperty(event, 'isTrusted', { value: true });
    element?.dispatchEvent(event);
  };
  const launcher = () => root.querySelector('.launcher') as HTMLElement;
  const drag = (...heights: readonly number[]) => {
    launcher().setPointerCapture = () => undefined;
    heights.forEach((clientY, index) => {
      launcher().dispatchEvent(new PointerEvent(index === 0 ? 'pointerdown' : 'pointermove', { clientY, button: 0 }));
    });
    launcher().dispatchEvent(new PointerEvent('lostpointercapture'));
    clickTruly(launcher());
  };

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

  it('keeps what the agent did while an older state was on its way', () => {
    sidebar.setState({ ...CLOSED, open: true });
    const [take, takeLater] = [sidebar.awaitState(), () => sidebar.awaitState()];
    press('Close');
    take({ ...CLOSED, open: true });
    expect(root.querySelector('iframe')).toBeNull();
    takeLater()({ ...CLOSED, open: true });
    expect(root.querySelector('iframe')).not.toBeNull();
  });

  it('is not opened by a click that the page makes up', () => {
    sidebar.setState(CLOSED);
    sidebar.setFound(true);
    root.querySelector('.launcher')?.dispatchEvent(new MouseEvent('click'));
    expect(save).not.toHaveBeenCalled();
  });

  it('closes with Escape', () => {
    sidebar.setState({ ...CLOSED, open: true });
    root.querySelector('[aria-label="Close"]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: false });
  });

  it('says in words that it is switched off, and takes that back', () => {
    sidebar.setState({ ...CLOSED, open: true });
    const off = root.querySelector('[aria-label="Switch off on this site"]');
    expect(off?.textContent).toBe('Switch off');
    clickTruly(off);
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, shown: false });
    const note = root.querySelector<HTMLElement>('[role=status]');
    expect([note?.hidden, note?.textContent, launcher().hidden]).toEqual([false, 'The sidebar is off on this site.Undo', true]);
    clickTruly(note?.querySelector('button') ?? null);
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, open: true });
    expect(note?.hidden).toBe(true);
  });

  it('has a launcher that is dragged up and down and stays there, on screen, and is not opened by that', () => {
    sidebar.setState(CLOSED);
    sidebar.setFound(true);
    const share = (part: number) => Math.round(part * innerHeight);
    drag(share(0.7), share(0.6), share(0.4));
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, top: 40 });
    expect(launcher().style.top).toBe('40%');
    drag(share(0.4), share(3));
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, top: 95 });
    launcher().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, top: 90 });
    drag(200, 202);
    expect(save).toHaveBeenLastCalledWith({ ...CLOSED, top: 90, open: true });
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
