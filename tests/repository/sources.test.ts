import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, ROOT, readSources, type SourceFile, stripComments } from './source-files.ts';

const everything = readSources('lib', 'components', 'entrypoints', 'demo', 'tests').filter(
  ({ path }) => !path.startsWith('tests/fixtures/'),
);
const product = readSources('lib', 'components', 'entrypoints').filter((file) => !isTest(file));

const MAX_LINES = 250;

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'service', 'services', 'common', 'misc', 'stuff']);

/** Everything that turns text into markup or code. */
const SINKS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|DOMParser|parseFromString|setHTML\w*|parseHTML\w*|createContextualFragment|dangerouslySetInnerHTML|createPolicy|document\.write|new Function|eval\()|\bsrcdoc=|\.srcdoc\b/;

describe('The sources', () => {
  it('were found', () => {
    expect(everything.length).toBeGreaterThan(150);
  });

  it(`have no file of more than ${MAX_LINES} lines`, () => {
    const long = everything.filter(({ text }) => text.trimEnd().split('\n').length > MAX_LINES);
    expect(listPaths(long)).toEqual([]);
  });

  it('have names that say what is inside', () => {
    const empty = everything.filter(({ path }) => path.split(/[/.-]/).some((word) => EMPTY_NAMES.has(word)));
    expect(listPaths(empty)).toEqual([]);
  });

  it('turn no text into markup or code', () => {
    const sinks = [...product, ...readSources('demo')].filter((file) => !isTest(file) && SINKS.test(stripComments(file.text)));
    expect(listPaths(sinks)).toEqual([]);
  });

  it('are built with exactly one Vite', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: object };
    expect(Object.keys(packages).filter((path) => /(^|\/)node_modules\/vite$/.test(path))).toEqual(['node_modules/vite']);
  });
});

function listPaths(files: readonly SourceFile[]): readonly string[] {
  return files.map(({ path }) => path);
}
