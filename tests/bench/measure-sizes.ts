import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Table } from './print-table.ts';

interface Entry {
  readonly name: string;
  /** A page, whose scripts are followed, or a script. */
  readonly file: string;
  readonly budgetKb?: number;
}

const ENTRIES: readonly Entry[] = [
  { name: 'background', file: 'background.js', budgetKb: 60 },
  { name: 'side panel', file: 'sidepanel.html', budgetKb: 45 },
  { name: 'in-page frame', file: 'frame.html' },
  { name: 'popup', file: 'popup.html' },
  { name: 'options', file: 'options.html' },
];

/** What an entry loads at its start: static imports count, `import()` does not. */
function listScripts(build: string, file: string, found: Set<string> = new Set()): Set<string> {
  const source = readFileSync(join(build, file), 'utf8');
  const pattern = file.endsWith('.html') ? /(?:src|href)="\/([^"]+\.js)"/g : /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
  for (const [, path = ''] of source.matchAll(pattern)) {
    const script = file.endsWith('.html') ? path : join(dirname(file), path);
    if (found.has(script)) continue;
    found.add(script);
    listScripts(build, script, found);
  }
  return found;
}

/** The largest of the helpdesks on their makers' hosts: each of these hosts gets its own. */
const LARGEST = 'helpdesks/*.js';

/** What a page gets, by where it is and what it shows; all files of a row count. */
const PAGES: readonly { readonly name: string; readonly files: readonly string[] }[] = [
  { name: 'content script, a maker’s host', files: [LARGEST, 'content-scripts/helpdesk.js'] },
  { name: 'content script, any other host', files: ['self-hosted-helpdesks.js', 'content-scripts/helpdesk.js'] },
  {
    name: 'the most any page gets: any other host, with an id',
    files: ['self-hosted-helpdesks.js', 'content-scripts/helpdesk.js', 'page-sidebar.js'],
  },
];
const PAGE_BUDGET_KB = 12;

function drawRow(build: string, name: string, files: readonly string[], budgetKb: number | undefined): readonly string[] {
  const sizeOf = (script: string) => gzipSync(readFileSync(join(build, script)), { level: 9 }).length;
  const bytes = files
    .map((script) => Math.max(...globSync(script, { cwd: build }).map(sizeOf)))
    .reduce((sum, size) => sum + size, 0);
  return [
    name,
    bytes.toLocaleString('en'),
    budgetKb === undefined ? '' : `≤ ${budgetKb} kB`,
    budgetKb === undefined ? '' : (bytes / budgetKb / 1000).toFixed(2),
  ];
}

/** Code of each entry in bytes, gzip level 9, against the design's budgets. */
export function measureSizes(build: string): Table {
  const pages = PAGES.map(({ name, files }) => drawRow(build, name, files, PAGE_BUDGET_KB));
  const entries = ENTRIES.map(({ name, file, budgetKb }) => {
    const scripts = [...(file.endsWith('.html') ? [] : [file]), ...listScripts(build, file)];
    return drawRow(build, name, scripts, budgetKb);
  });
  const rows = [...pages, ...entries];
  return { title: 'Code loaded by each entry (bytes, gzip)', head: ['entry', 'bytes', 'budget', 'share of budget'], rows };
}
