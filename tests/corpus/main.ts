import { Window } from 'happy-dom';
import { findConversations } from '../../lib/detect/find-conversations.ts';
import { printTable } from '../bench/print-table.ts';
import { countOutcomes, formatShare, sumTallies, type Tally } from './count-outcomes.ts';
import { listTaken } from './list-taken.ts';
import { type CorpusCase, readCorpus } from './read-case.ts';

/** `npm run corpus`: precision and recall of the pure layer, helpdesk by helpdesk, against the labels of every page. */
function readPage({ url, html, values }: CorpusCase): readonly string[] {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true } });
  try {
    const page = window.document as unknown as Document;
    window.document.write(html);
    for (const [selector, value] of Object.entries(values ?? {})) {
      for (const control of page.querySelectorAll<HTMLInputElement>(selector)) control.value = value;
    }
    return listTaken(findConversations(new URL(url), page).candidates);
  } finally {
    void window.happyDOM.close();
  }
}

function drawRow(name: string, { pages, expected, right, wrong }: Tally): readonly string[] {
  const shares = [formatShare(right, right + wrong), formatShare(right, expected)];
  return [name, String(pages), String(expected), String(right), String(wrong), String(expected - right), ...shares];
}

const all = readCorpus();
const cases = all.filter(({ browserOnly }) => !browserOnly);
const tallies = new Map<string, Tally>();
const misses: string[] = [];
for (const one of cases) {
  const found = readPage(one);
  const tally = countOutcomes(one.ids, found);
  if (tally.wrong > 0 || tally.right < tally.expected)
    misses.push(`${one.name}: ${found.join(', ')} instead of ${one.ids.join(', ')}`);
  tallies.set(one.helpdesk, sumTallies([tallies.get(one.helpdesk), tally]));
}
const total = sumTallies([...tallies.values()]);
const languages = new Set(all.flatMap(({ name }) => /language-([a-z]+)\d*\.html$/.exec(name)?.[1] ?? []));
printTable({
  title: 'Ids found by the pure layer, against the labels',
  head: ['helpdesk', 'pages', 'ids', 'found', 'wrong', 'missed', 'precision', 'recall'],
  rows: [
    ...[...tallies].sort(([a], [b]) => a.localeCompare(b)).map(([name, tally]) => drawRow(name, tally)),
    drawRow('all', total),
  ],
});
const traps = cases.reduce((sum, one) => sum + one.traps.length, 0);
const foreign = languages.size === 0 ? '' : `, English and ${languages.size} other languages`;
console.log(`\n${cases.length} pages of ${tallies.size} helpdesks with ${traps} traps${foreign}.`);
console.log(
  `${all.length - cases.length} more need a browser to be drawn right: tests/e2e/corpus.test.ts reads all ${all.length}.`,
);
for (const miss of misses) console.log(`✗ ${miss}`);
if (misses.length > 0) process.exitCode = 1;
