import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../fixtures/helpdesks');

/** One saved page of the corpus and what must be found on it. */
export interface CorpusCase {
  readonly name: string;
  readonly url: string;
  /** Id of the helpdesk adapter that reads it. */
  readonly helpdesk: string;
  /** Identity of the open ticket; null: none is open. */
  readonly ticket?: string | null;
  /** `<provider>:<id>`, or the bare id where the page names no provider; best first where the order matters. */
  readonly ids: readonly string[];
  /** Numbers on the page that must not be taken. */
  readonly traps: readonly string[];
  /** Field values that a script sets, as pages do: selector to value. */
  readonly values?: Readonly<Record<string, string>>;
  /** Only a browser draws this page right: layout, style sheets, frames. */
  readonly browserOnly?: boolean;
  readonly html: string;
}

/** A page begins with a comment that holds its labels as JSON. */
export function parseCase(name: string, html: string): CorpusCase {
  const header = /^\s*<!--\s*(\{[\s\S]*?\})\s*-->/.exec(html)?.[1];
  if (!header) throw new Error(`${name} does not begin with its labels`);
  const labels = JSON.parse(header) as Omit<CorpusCase, 'name' | 'html'>;
  return { ...labels, traps: labels.traps ?? [], name, html };
}

/** Every saved page. */
export function readCorpus(): readonly CorpusCase[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => parseCase(path.replaceAll('\\', '/'), readFileSync(join(FIXTURES, path), 'utf8')));
}
