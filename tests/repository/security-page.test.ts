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

describe('The page of promises', () => {
  it('names for every promise a test that is there', () => {
    expect(rows.length).toBeGreaterThan(20);
    const proofs = rows.map(([promise = '', ...proof]) => ({ promise, files: listFiles(proof.join()) }));
    expect(proofs.filter(({ files }) => files.length === 0)).toEqual([]);
    expect(proofs.flatMap(({ files }) => files).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
