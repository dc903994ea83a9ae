import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:promise|---)/.test(line))
  .map((line) => line.split(' | '));

/** Files that a row names as its proof. */
function listFiles(proof: string): readonly string[] {
  return [...proof.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, path]) => path ?? '');
}

/** Titles that a row names, each behind its file: `file` “title” “title”. */
function listTitles(proof: string): readonly (readonly [path: string, title: string])[] {
  return [...proof.matchAll(/`([\w./-]+\.tsx?)`((?: “[^”]+”)+)/g)].flatMap(([, path = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title]) => [path, title ?? ''] as const),
  );
}

describe('The page of promises', () => {
  it('names for every promise a test that is there', () => {
    expect(rows.length).toBeGreaterThan(20);
    const proofs = rows.map(([promise = '', ...proof]) => ({ promise, files: listFiles(proof.join()) }));
    expect(proofs.filter(({ files }) => files.length === 0)).toEqual([]);
    expect(proofs.flatMap(({ files }) => files).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names in every row a test by its title, and each title is in its file', () => {
    const named = rows.map(([promise = '', ...proof]) => ({ promise, titles: listTitles(proof.join(' | ')) }));
    expect(named.filter(({ titles }) => titles.length === 0)).toEqual([]);
    const sources = new Map<string, string>();
    const read = (path: string) => sources.get(path) ?? sources.set(path, readFileSync(join(ROOT, path), 'utf8')).get(path) ?? '';
    expect(named.flatMap(({ titles }) => titles).filter(([path, title]) => !read(path).includes(title))).toEqual([]);
  });
});
