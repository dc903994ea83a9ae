// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageScan } from '../hooks/use-page-scan.ts';
import { click, find, findBox, findByName, mount, type, unmount } from '../ui/mount-for-test.tsx';
import { LookUpPage, type LookUpPageProps } from './look-up-page.tsx';
import type { SiteScan } from './site-bar.tsx';

const REF = { provider: 'maax', id: '443484636' } as const;

function draw(form: Partial<LookUpPageProps['form']> = {}, more: Partial<LookUpPageProps> = {}): HTMLElement {
  return mount(
    <LookUpPage
      form={{ text: '', provider: 'maax', onChange: vi.fn(), onLookUp: vi.fn(), ...form }}
      recent={{ refs: [], onOpen: vi.fn() }}
      onOpenSidePanel={vi.fn()}
      onOpenSettings={vi.fn()}
      {...more}
    >
      <main />
    </LookUpPage>,
  );
}

afterEach(unmount);

describe('look-up by hand', () => {
  it('tells every keystroke and choice to its owner', () => {
    const onChange = vi.fn();
    const root = draw({ onChange, text: '12' });
    type(findBox(root, 'Conversation ID'), '123');
    expect(onChange).toHaveBeenLastCalledWith('123', 'maax');
    const select = findBox<HTMLSelectElement>(root, 'Provider');
    expect([...select.options].map((option) => option.textContent)).toEqual(['MAAX AI', 'SocialBoards']);
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onChange).toHaveBeenLastCalledWith('12', 'socialboards');
  });

  it('looks up what stands in the box, by button or by Enter', () => {
    const onLookUp = vi.fn();
    const root = draw({ onLookUp, text: 'https://example.com/?conversationId=7' });
    expect(findByName(root, 'Look up').getAttribute('type')).toBe('submit');
    find(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(onLookUp).toHaveBeenCalledWith('https://example.com/?conversationId=7', 'maax');
  });

  it('says what belongs into an empty box, until something is typed', () => {
    const onLookUp = vi.fn();
    const root = draw({ onLookUp, text: '  ' });
    void act(() => {
      find(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
    const box = findBox(root, 'Conversation ID');
    expect(onLookUp).not.toHaveBeenCalled();
    expect([box.getAttribute('aria-invalid'), document.activeElement === box]).toEqual(['true', true]);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^Type an id here/);
    draw({ text: '1' });
    expect(box.getAttribute('aria-invalid')).toBeNull();
  });
});

describe('recents', () => {
  it('are a list by that name, and open with one click', () => {
    const onOpen = vi.fn();
    const root = draw({}, { recent: { refs: [REF], onOpen } });
    const list = find(root, '[role=list]');
    expect(document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Recent');
    click(find(list, 'li button'));
    expect(onOpen).toHaveBeenCalledWith(REF);
    expect(list.textContent).toContain('MAAX AI');
    expect(list.textContent).toContain(REF.id);
  });

  it('are a list that says what it is for before there are any', () => {
    expect(find(draw(), '[role=list] > li').textContent).toContain('listed here');
  });
});

describe('the ways on', () => {
  it('lead to panel and settings, and to the site where it is not yet enabled', () => {
    const onEnableSite = vi.fn();
    const onOpenSidePanel = vi.fn();
    const onOpenSettings = vi.fn();
    const root = draw({}, { onEnableSite, onOpenSidePanel, onOpenSettings, site: { host: 'desk.example.com', isHelpdesk: true } });
    click(findByName(root, 'Enable on this site'));
    click(findByName(root, 'Open side panel'));
    click(findByName(root, 'Settings'));
    for (const handler of [onEnableSite, onOpenSidePanel, onOpenSettings]) {
      expect(handler).toHaveBeenCalledOnce();
    }
    expect(draw().textContent).not.toContain('Enable on this site');
  });

  it.each([
    [true, 'primary'],
    [false, 'plain'],
  ])('press for the site only where its address is one of a helpdesk: %s', (isHelpdesk, look) => {
    const root = draw({}, { onEnableSite: vi.fn(), site: { host: 'desk.example.com', isHelpdesk } });
    expect([...findByName(root, 'Enable on this site').classList]).toContain(look);
  });

  it('lead to all permissions that the browser has taken back, at once', () => {
    const onGrant = vi.fn();
    const root = draw({}, { lost: { origins: ['https://a.example', 'http://rt.lan:81'], onGrant } });
    expect(root.textContent).toContain('taken back the permission for a.example, http://rt.lan:81.');
    click(findByName(root, 'Give access back'));
    expect(onGrant).toHaveBeenCalledOnce();
  });
});

describe('one look at a page where Backscroll is off', () => {
  const drawScan = (outcome: PageScan, handlers: Partial<SiteScan> = {}) =>
    draw(
      {},
      { site: { host: 'desk.example.com', isHelpdesk: true }, scan: { outcome, onFind: vi.fn(), onOpen: vi.fn(), ...handlers } },
    );
  const other = { provider: 'socialboards', id: '254626' } as const;

  it('is taken on a click only', () => {
    const onFind = vi.fn();
    const root = drawScan({ state: 'idle' }, { onFind });
    expect(onFind).not.toHaveBeenCalled();
    click(findByName(root, 'Find ids on this page'));
    expect(onFind).toHaveBeenCalledOnce();
  });

  it.each<[PageScan, string]>([
    [{ state: 'busy' }, ''],
    [{ state: 'unreadable' }, 'The browser does not let Backscroll read this page.'],
    [{ state: 'done', refs: [] }, 'There is no conversation id on this page.'],
    [{ state: 'done', refs: [REF] }, ''],
  ])('says what it gave: %j', (outcome, sentence) => {
    expect(find(drawScan(outcome), '[role=status]').textContent).toBe(sentence);
  });

  it('offers several conversations to choose from', () => {
    const onOpen = vi.fn();
    const root = drawScan({ state: 'done', refs: [REF, other] }, { onOpen });
    const lines = [...root.querySelectorAll<HTMLElement>('[role=status] button')];
    expect(lines.map((line) => line.textContent)).toEqual([expect.stringContaining(REF.id), expect.stringContaining(other.id)]);
    click(lines[1] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(other);
  });
});

describe('a page whose traffic everyone can read', () => {
  it('is warned of before it is enabled', () => {
    const site = { host: 'rt.lan', isHelpdesk: true };
    expect(draw({}, { site: { ...site, isUnencrypted: true }, onEnableSite: vi.fn() }).textContent).toContain('not encrypted');
    expect(draw({}, { site, onEnableSite: vi.fn() }).textContent).not.toContain('not encrypted');
  });
});
