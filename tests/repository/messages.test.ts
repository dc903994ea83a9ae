import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, ROOT, readSources } from './source-files.ts';

const LOCALES = join(ROOT, 'public/_locales');
const code = [
  ...readSources('lib', 'components', 'entrypoints')
    .filter((file) => !isTest(file))
    .map(({ text }) => text),
  readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8'),
].join('\n');
const english = readKeys('en');

describe('The sentences', () => {
  it('that the code asks for exist', () => {
    const asked = [...code.matchAll(/\b(?:t|getMessage)\(\s*['"]([A-Za-z0-9_@]+)['"]|__MSG_([A-Za-z0-9_@]+)__/g)];
    const missing = asked.map(([, called, written]) => called ?? written ?? '').filter((key) => !english.includes(key));
    expect(asked.length).toBeGreaterThan(10);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are all used', () => {
    const unused = english.filter((key) => !new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(code));
    expect(unused).toEqual([]);
  });

  it.each(readdirSync(LOCALES))('are the same ones in %s', (locale) => {
    expect([...readKeys(locale)].sort()).toEqual([...english].sort());
  });
});

function readKeys(locale: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8')) as object);
}
