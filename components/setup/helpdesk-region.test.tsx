// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, find, findBox, findByName, mount, type, unmount } from '../ui/mount-for-test.tsx';
import { HelpdeskRegion, type HelpdeskRegionProps } from './helpdesk-region.tsx';

type Helpdesk = HelpdeskRegionProps['helpdesks'][number];

const zendesk: Helpdesk = { name: 'Zendesk', origin: 'https://acme.zendesk.com', isEnabled: true, isGranted: true };
const crisp: Helpdesk = { name: 'Crisp', origin: 'https://app.crisp.chat', isEnabled: false, isGranted: false };

function draw(...helpdesks: readonly Helpdesk[]): HTMLElement {
  return mount(
    <HelpdeskRegion helpdesks={helpdesks} onToggle={vi.fn()} onGrant={vi.fn()} onForgetProvider={vi.fn()} onAdd={vi.fn()} />,
  );
}

function findFold(root: ParentNode): HTMLDetailsElement {
  return find(root, 'details') as HTMLDetailsElement;
}

function listSwitches(root: ParentNode): readonly (string | null)[] {
  return [...root.querySelectorAll('[role=switch] .helpdesk-name')].map((name) => name.textContent);
}

afterEach(unmount);

describe('the list of helpdesks', () => {
  it('has those on top that are on, and lists the others below', () => {
    const root = draw(crisp, zendesk);
    expect(listSwitches(root)).toEqual(['Zendesk', 'Crisp']);
    expect(listSwitches(findFold(root))).toEqual(['Crisp']);
    expect(findFold(root).open).toBe(true);
  });

  it('is all in sight where none is on', () => {
    expect(findFold(draw(crisp, { ...zendesk, isEnabled: false })).open).toBe(true);
  });

  it('keeps each where it is when it is switched, so that a second click takes the first back', () => {
    const root = draw(crisp, zendesk);
    click(find(findFold(root), '[role=switch]'));
    draw({ ...crisp, isEnabled: true, isGranted: true }, zendesk);
    expect(listSwitches(findFold(root))).toEqual(['Crisp']);
    click(find(root, '.helpdesks [role=switch]'));
    draw({ ...crisp, isEnabled: true, isGranted: true }, { ...zendesk, isEnabled: false });
    expect([listSwitches(root), listSwitches(findFold(root))]).toEqual([['Zendesk', 'Crisp'], ['Crisp']]);
  });

  it('say which chat system is asked, why, and how to ask both again', () => {
    const onForgetProvider = vi.fn();
    const site: Helpdesk = { ...zendesk, provider: 'maax', isProviderChosen: true };
    const draw = (one: Helpdesk) =>
      mount(
        <HelpdeskRegion
          helpdesks={[one]}
          onToggle={vi.fn()}
          onGrant={vi.fn()}
          onForgetProvider={onForgetProvider}
          onAdd={vi.fn()}
        />,
      );
    expect(draw(site).textContent).toContain('looked up in MAAX AI: you chose it there.');
    expect(draw({ ...site, isProviderChosen: false }).textContent).toContain('its conversations were found there.');
    click(findByName(draw(site), 'Ask both again'));
    expect(onForgetProvider).toHaveBeenCalledWith(site);
    expect(draw(zendesk).textContent).not.toContain('looked up in');
  });

  it.each([
    ['http://rt.lan', true],
    ['http://192.168.1.5:81', true],
    ['http://127.0.0.1:8080', false],
    ['https://rt.lan', false],
  ])('warns beside %s: %s', (origin, isWarned) => {
    const root = draw({ origin, isEnabled: true, isGranted: true });
    expect(root.textContent.includes('not encrypted')).toBe(isWarned);
  });

  it.each([
    ['http://rt.lan', true],
    ['rt.lan', false],
    ['http://', false],
  ])('warns of %s before it is added: %s', (address, isWarned) => {
    const root = draw();
    expect(root.textContent).not.toContain('not encrypted');
    type(findBox(root, 'Address of your helpdesk'), address);
    expect(root.textContent.includes('not encrypted')).toBe(isWarned);
  });

  it('has a box for the account where each company has an address, never a switch that cannot work', async () => {
    const onAdd = vi.fn(async () => 'added' as const);
    const root = mount(
      <HelpdeskRegion helpdesks={[]} onToggle={vi.fn()} onGrant={vi.fn()} onForgetProvider={vi.fn()} onAdd={onAdd} />,
    );
    type(findBox(root, 'Zendesk'), 'acme');
    findByName(root, 'Add Zendesk')
      .closest('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(onAdd).toHaveBeenCalledWith('acme.zendesk.com');
    expect(listSwitches(root)).toEqual([]);
  });

  it('says of a part of a host what the permission covers, and keeps parts apart', () => {
    const part: Helpdesk = { origin: 'https://intranet.example', path: '/rt/', isEnabled: true, isGranted: true };
    const root = draw(part, { ...part, path: '/glpi/' });
    expect(root.textContent).toContain('intranet.example/rt/');
    expect(root.textContent).toContain('covers all of intranet.example. Backscroll reads /glpi/ only.');
  });
});
