import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { type TaughtRule, toRuleFile } from '../domain/taught-rule.ts';
import { importRules, keepRules, listSiteRules, replaceRule } from './manage-rules.ts';

vi.mock('../platform/page-commands.ts', () => ({ setRulesInTabs: vi.fn(async () => undefined) }));

const site = 'https://desk.example';
const REF: TaughtRule = { version: 1, site, kind: 'label', text: 'Case ref', enabled: true };
const CASE: TaughtRule = { version: 1, site, kind: 'url', place: 'path', text: 'case', provider: 'maax', enabled: false };

function write(rules: readonly unknown[], changed: object = {}): string {
  return JSON.stringify({ format: 'backscroll-rules', version: 1, rules, ...changed });
}

const readAll = async () => (await fakeBrowser.storage.local.get('rules')).rules;

beforeEach(() => fakeBrowser.reset());

describe('taught rules', () => {
  it('come back from an export as they were', async () => {
    await keepRules([REF]);
    await keepRules([CASE]);
    const exported = write((await readAll()) as TaughtRule[]);
    await replaceRule(REF, null);
    await replaceRule(CASE, { ...CASE, enabled: true });
    expect(await importRules(exported)).toEqual({ ok: true, value: { count: 2 } });
    expect(await listSiteRules(site)).toEqual([REF, CASE]);
    expect(await listSiteRules('https://other.example')).toEqual([]);
  });

  it('that refuse come back, too; a file of the first version knows none, and one of the second may', async () => {
    const refusing: TaughtRule = { ...REF, refuses: 'field' };
    await keepRules([REF, refusing]);
    expect(await listSiteRules(site)).toEqual([REF, refusing]);
    const file = toRuleFile(await listSiteRules(site));
    expect([file.version, toRuleFile([REF]).version]).toEqual([2, 1]);
    await replaceRule(refusing, null);
    expect(await importRules(JSON.stringify(file))).toEqual({ ok: true, value: { count: 2 } });
    expect(await importRules(write([refusing]))).toMatchObject({ ok: false, failure: { kind: 'wrong-shape', where: 'rules' } });
    expect(await listSiteRules(site)).toEqual([REF, refusing]);
  });

  it.each([
    ['no JSON', 'rules', { kind: 'not-json' }],
    ['a later version', write([REF], { version: 3 }), { kind: 'other-version' }],
    ['another format', write([REF], { format: 'x' }), { kind: 'wrong-shape', where: 'format' }],
    ['a list', '[]', { kind: 'wrong-shape', where: '' }],
    ['a kind that does not exist', write([REF, { ...REF, kind: 'regex' }]), { kind: 'wrong-shape', where: 'rules.1.kind' }],
    ['an extra field', write([{ ...REF, pattern: '(a+)+$' }]), { kind: 'wrong-shape', where: 'rules.0' }],
    ['a text without end', write([{ ...REF, text: 'x'.repeat(81) }]), { kind: 'wrong-shape', where: 'rules.0.text' }],
    ['a link for a label', write([{ ...REF, refuses: 'link' }]), { kind: 'wrong-shape', where: 'rules.0.refuses' }],
    ['two placeholders', write([{ ...REF, kind: 'pattern', text: 'a {id} {id}' }]), { kind: 'wrong-shape', where: 'rules.0' }],
    ['a path as a site', write([{ ...REF, site: `${site}/x` }]), { kind: 'wrong-shape', where: 'rules.0.site' }],
    ['the same rule twice', write([REF, REF]), { kind: 'wrong-shape', where: 'rules' }],
    [
      'too many for one site',
      write(Array.from({ length: 21 }, (_, index) => ({ ...REF, text: `Ref ${'a'.repeat(index + 1)}` }))),
      { kind: 'wrong-shape', where: 'rules' },
    ],
  ])('are refused with the reason where the file is %s, and stay as they are', async (_, text, failure) => {
    await keepRules([CASE]);
    expect(await importRules(text)).toEqual({ ok: false, failure });
    expect(await readAll()).toEqual([CASE]);
  });

  it('of any file are taken in rightly, all of them, or not at all', async () => {
    const member = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(...Object.values(REF), ...Object.values(CASE), 'pattern'),
    );
    const members = fc.constantFrom('version', 'site', 'kind', 'text', 'enabled', 'place', 'provider', 'extra', '__proto__');
    const odd = fc.dictionary(members, member, { maxKeys: 4 });
    const some = fc.array(fc.tuple(fc.constantFrom(REF, CASE), odd, fc.boolean()), { maxLength: 4 });
    const file = fc.oneof(
      fc.string().map((text) => text),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      some.map((rules) => write(rules.map(([rule, changed, isOdd]) => (isOdd ? { ...rule, ...changed } : rule)))),
    );
    const check = async (text: string): Promise<void> => {
      await fakeBrowser.storage.local.set({ rules: [CASE] });
      const imported = await importRules(text);
      const after = (await readAll()) as TaughtRule[];
      if (!imported.ok) return void expect(after).toEqual([CASE]);
      const { rules } = JSON.parse(text) as { rules: unknown[] };
      expect(imported.value.count).toBe(rules.length);
      for (const rule of rules) expect(after).toContainEqual(rule);
      expect(await fakeBrowser.storage.local.get('broken:rules')).toEqual({});
    };
    await fc.assert(fc.asyncProperty(file, check), { numRuns: SLOW_PROPERTY_RUNS });
  });

  it('that are too many with those that are there are refused', async () => {
    await importRules(write(Array.from({ length: 20 }, (_, index) => ({ ...REF, text: `Ref ${'a'.repeat(index + 1)}` }))));
    expect(await importRules(write([REF]))).toMatchObject({ ok: false, failure: { kind: 'too-many' } });
    expect(await listSiteRules(site)).toHaveLength(20);
  });

  it('that look in the same place are one, and stay on their site', async () => {
    await keepRules([REF]);
    await keepRules([{ ...REF, provider: 'maax' }]);
    expect(await readAll()).toEqual([{ ...REF, provider: 'maax' }]);
    expect(await replaceRule(REF, { ...REF, site: 'https://other.example' })).toBe(false);
  });

  it('that are damaged are set aside, not overwritten', async () => {
    await fakeBrowser.storage.local.set({ rules: [{ ...REF, kind: 'regex' }] });
    expect(await listSiteRules(site)).toEqual([]);
    expect(await fakeBrowser.storage.local.get('broken:rules')).toMatchObject({ 'broken:rules': [{ kind: 'regex' }] });
  });
});
