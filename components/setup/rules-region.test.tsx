// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../lib/domain/result.ts';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import type { ImportRefusal, RuleTrial } from '../hooks/use-rules.ts';
import { click, find, findBox, findByName, mount, settle, type, unmount } from '../ui/mount-for-test.tsx';
import { RulesRegion, type RulesRegionProps } from './rules-region.tsx';

const site = 'https://desk.example';
const LABEL: TaughtRule = { version: 1, site, kind: 'label', text: 'Case ref', enabled: true };
const URL_PART: TaughtRule = { version: 1, site, kind: 'url', place: 'path', text: 'case', provider: 'maax', enabled: false };
const PATTERN: TaughtRule = { version: 1, site, kind: 'pattern', text: 'ref {id} closed', enabled: true };

afterEach(unmount);

function draw(changed: Partial<RulesRegionProps> = {}) {
  const props = {
    rules: [LABEL, URL_PART, PATTERN],
    onReplace: vi.fn(async () => true),
    onTry: vi.fn(async (): Promise<RuleTrial> => ({ pages: 1, ids: [['254626']] })),
    onImport: vi.fn(async () => succeed({ count: 2 })),
    ...changed,
  };
  return { ...props, root: mount(<RulesRegion {...props} />) };
}

const listSwitches = (root: ParentNode) =>
  [...root.querySelectorAll('.rule [role=switch]')].map((one) => [one.textContent, one.getAttribute('aria-checked')]);

/** Chooses a file as the file dialog does. */
async function choose(root: ParentNode, text: string): Promise<void> {
  const input = find(root, 'input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'rules.json')], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

describe('the rules in the settings', () => {
  it('are listed with what they look for, where, whose ids they find, and whether they are in force', () => {
    expect(listSwitches(draw().root)).toEqual([
      ['Case ref Label beside the id · desk.example', 'true'],
      ['case Part of the address · MAAX AI · desk.example', 'false'],
      ['ref {id} closed Text with {id} in it · desk.example', 'true'],
    ]);
  });

  it('say how to get some, where there are none', () => {
    const { root } = draw({ rules: [] });
    expect(root.textContent).toContain('pick it on the page once');
    expect(() => findByName(root, 'Export rules')).toThrow();
  });

  it('can be switched off and on, and deleted', async () => {
    const { root, onReplace, onTry } = draw();
    const switches = root.querySelectorAll<HTMLElement>('.rule [role=switch]');
    click(switches[0] as HTMLElement);
    await settle();
    expect(onReplace).toHaveBeenLastCalledWith(LABEL, { ...LABEL, enabled: false });
    expect(onTry).not.toHaveBeenCalled();
    click(switches[1] as HTMLElement);
    await settle();
    expect(onReplace).toHaveBeenLastCalledWith(URL_PART, { ...URL_PART, enabled: true });
    expect(onTry).toHaveBeenCalledWith({ ...URL_PART, enabled: true });
    click(findByName(root, 'Delete “Case ref”'));
    await settle();
    expect(onReplace).toHaveBeenLastCalledWith(LABEL, null);
  });

  it('can be given other words and a chat system, and are tried with them', async () => {
    const { root, onReplace } = draw();
    click(findByName(root, 'Edit “Case ref”'));
    type(findBox(root, 'Label beside the id'), '  Chat ref ');
    const select = findBox<HTMLSelectElement>(root, 'Chat system');
    select.value = 'socialboards';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    click(findByName(root, 'Save rule'));
    await settle();
    const changed = { ...LABEL, text: 'Chat ref', provider: 'socialboards' };
    expect(onReplace).toHaveBeenCalledWith(LABEL, changed);
    // The list comes from storage: what was tried is said beside the changed rule.
    draw({ rules: [changed as TaughtRule] });
    expect(find(root, '.rule').textContent).toContain('it finds 254626.');
    expect(root.querySelector('form')).toBeNull();
  });

  it.each([
    ['label', 'Edit “Case ref”', 'Label beside the id', 'Case 17', 'Write the words exactly'],
    ['label', 'Edit “Case ref”', 'Label beside the id', '123', 'Write the words exactly'],
    ['url', 'Edit “case”', 'Part of the address', 'a/b', 'Write the words exactly'],
    ['pattern', 'Edit “ref {id} closed”', 'Text with {id} in it', 'ref', 'with one {id}'],
    ['pattern', 'Edit “ref {id} closed”', 'Text with {id} in it', '{id} {id} a', 'with one {id}'],
    ['pattern', 'Edit “ref {id} closed”', 'Text with {id} in it', '(a+)+$', 'with one {id}'],
  ])('refuse a %s that could find nothing, or anything: %s %s %s', async (_, edit, box, text, reason) => {
    const { root, onReplace } = draw();
    click(findByName(root, edit));
    type(findBox(root, box), text);
    click(findByName(root, 'Save rule'));
    await settle();
    expect(root.textContent).toContain(reason);
    expect(onReplace).not.toHaveBeenCalled();
  });

  it('that exist already are refused, and the box stays open', async () => {
    const { root } = draw({ onReplace: vi.fn(async () => false) });
    click(findByName(root, 'Edit “Case ref”'));
    type(findBox(root, 'Label beside the id'), 'Chat ref');
    click(findByName(root, 'Save rule'));
    await settle();
    expect(root.textContent).toContain('There is such a rule already.');
    click(findByName(root, 'Cancel'));
    expect(root.querySelector('form')).toBeNull();
  });

  it.each<[string, RuleTrial, string]>([
    ['no page is open', { pages: 0, ids: [] }, 'No page of this site is open'],
    ['it finds nothing', { pages: 2, ids: [] }, 'it finds no id there'],
    ['it finds one on each page', { pages: 2, ids: [['254626'], ['48213']] }, 'it finds 254626, 48213.'],
    ['it finds several on one', { pages: 2, ids: [['254626'], ['1', '2']] }, 'several ids on one page: 1, 2.'],
  ])('say what came of it where %s', async (_, trial, said) => {
    const { root } = draw({ onTry: vi.fn(async () => trial) });
    click(find(root, '.rule:nth-child(2) [role=switch]'));
    await settle();
    draw({ rules: [LABEL, { ...URL_PART, enabled: true }, PATTERN] });
    expect(find(root, '.rule:nth-child(2) [role=status]').textContent).toContain(said);
    expect(find(root, '.rule:nth-child(1) [role=status]').textContent).toBe('');
  });

  it('that refuse say so in plain words, and what they leave out', async () => {
    const refusing: readonly TaughtRule[] = [
      { ...LABEL, refuses: 'field' },
      { ...LABEL, refuses: 'text' },
      { ...URL_PART, refuses: 'link' },
      { ...PATTERN, refuses: 'text' },
    ];
    const { root } = draw({ rules: refusing, onTry: vi.fn(async () => ({ pages: 1, ids: [['1', '2']] })) });
    const lines = [...root.querySelectorAll('.rule')].map((line) => line.textContent ?? '');
    expect(lines[0]).toMatch(/^Not: Case ref .*a field of this name/);
    expect(lines[1]).toMatch(/^Not: Case ref .*follows these words in a text/);
    expect(lines[2]).toMatch(/^Not: case .*links/);
    expect(lines[3]).toMatch(/^Not: ref {id} closed .*at {id} is not/);
    click(find(root, '.rule:nth-child(3) [role=switch]'));
    await settle();
    draw({ rules: refusing.map((one) => ({ ...one, enabled: true })) });
    expect(find(root, '.rule:nth-child(3) [role=status]').textContent).toContain('it leaves out 1, 2.');
    click(findByName(root, 'Edit “Not: case”'));
    expect(findBox(root, 'Part of the links').value).toBe('case');
  });

  it.each<[ImportRefusal, string]>([
    [{ kind: 'not-json' }, 'it is not JSON'],
    [{ kind: 'other-version' }, 'of another version'],
    [{ kind: 'wrong-shape', where: '' }, 'no rules that can be read'],
    [{ kind: 'wrong-shape', where: 'rules.3.kind' }, 'damaged at “rules.3.kind”'],
    [{ kind: 'too-many', all: 200, site: 20 }, '200 in all, 20 a site'],
  ])('that cannot be taken in say why: %j', async (failure, said) => {
    const { root } = draw({ onImport: vi.fn(async () => fail(failure)) });
    await choose(root, '{}');
    expect(find(root, '.rules-status').textContent).toContain(said);
    expect(find(root, '.rules-status').textContent).toContain('Nothing was taken in.');
  });

  it('are taken in from a file, unless it is too large to hold any', async () => {
    const { root, onImport } = draw();
    await choose(root, '{"rules":[]}');
    expect(onImport).toHaveBeenCalledWith('{"rules":[]}');
    expect(find(root, '.rules-status').textContent).toBe('Rules taken in: 2.');
    await choose(root, 'x'.repeat(100_001));
    expect(onImport).toHaveBeenCalledTimes(1);
    expect(find(root, '.rules-status').textContent).toContain('too large');
  });
});
