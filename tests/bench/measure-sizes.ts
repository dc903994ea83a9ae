import { readFileSync } from 'node:fs';
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
  { name: 'content script', file: 'content-scripts/helpdesk.js', budgetKb: 12 },
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

/** Code of each entry in bytes, gzip level 9, against the design's budgets. */
export function measureSizes(build: string): Table {
  const rows = ENTRIES.map(({ name, file, budgetKb }) => {
    const scripts = [...(file.endsWith('.html') ? [] : [file]), ...listScripts(build, file)];
    const bytes = scripts
      .map((script) => gzipSync(readFileSync(join(build, script)), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    return [
      name,
      bytes.toLocaleString('en'),
      budgetKb === undefined ? '' : `≤ ${budgetKb} kB`,
      budgetKb === undefined ? '' : (bytes / budgetKb / 1000).toFixed(2),
    ];
  });
  return { title: 'Code loaded by each entry (bytes, gzip)', head: ['entry', 'bytes', 'budget', 'share of budget'], rows };
}
