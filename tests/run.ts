import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder } from '../demo/browsers/temporary-folder.ts';
import { DEEP_VARIABLE } from './depth.ts';
import { addTally, formatTally, NOTHING, readReport, type Tally } from './tally.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Step {
  readonly name: string;
  /** What `npm run check` runs too. */
  readonly quick: boolean;
  readonly run: () => Tally;
}

const STEPS: readonly Step[] = [
  // Type checking and tests rest on types that WXT writes.
  { name: 'Types', quick: true, run: () => runAll(['wxt/bin/wxt.mjs', 'prepare'], ['typescript/bin/tsc', '--noEmit']) },
  { name: 'Lint', quick: true, run: () => runAll(['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']) },
  { name: 'Import rules', quick: true, run: () => runAll(['../tests/repository/check-imports.ts']) },
  { name: 'Repository', quick: true, run: () => runVitest('--project', 'unit', 'tests/repository') },
  { name: 'Unit', quick: false, run: () => runVitest('--project', 'unit', '--exclude', 'tests/repository/**') },
  { name: 'Real browsers', quick: false, run: () => runVitest('--project', 'e2e') },
];

const onlyQuick = process.argv.includes('--check');
if (process.argv.includes('--deep')) process.env[DEEP_VARIABLE] = '1';
const results = STEPS.filter(({ quick }) => quick || !onlyQuick).map(runStep);

console.log('');
for (const { name, seconds, tally } of results) {
  console.log(
    `${tally.failed > 0 ? '✗' : tally.skipped.length > 0 ? '!' : '✓'} ${name.padEnd(14)} ${formatTally(tally)} (${seconds} s)`,
  );
}
const total = results.reduce<Tally>((sum, { tally }) => addTally(sum, tally), NOTHING);
if (total.failed > 0) process.exitCode = 1;
if (total.failures.length > 0) console.log(`\nFAILED:\n${total.failures.map((failure) => `✗ ${failure}`).join('\n')}\n`);
if (total.skipped.length > 0) {
  console.log(
    `\n!!! NOT TESTED on this machine, so nothing is known of:\n${total.skipped.map((name) => `!!!   ${name}`).join('\n')}\n`,
  );
}
console.log(formatTally(total));

function runStep({ name, run }: Step): { name: string; seconds: string; tally: Tally } {
  console.log(`\n▸ ${name}`);
  const start = performance.now();
  const tally = run();
  return { name, seconds: ((performance.now() - start) / 1000).toFixed(1), tally };
}

/** Commands that say no more than good or bad; the first bad one ends the step. */
function runAll(...commands: readonly (readonly string[])[]): Tally {
  const isGood = commands.every((command) => runNode(command) === 0);
  return { ...NOTHING, [isGood ? 'passed' : 'failed']: 1 };
}

function runVitest(...args: readonly string[]): Tally {
  const report = join(makeTemporaryFolder('report'), 'report.json');
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
  const status = runNode(['vitest/vitest.mjs', 'run', ...args, ...reporters]);
  const tally = readReport(report);
  // A file that cannot be loaded, or a run that cannot start, has no failed test to count.
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function runNode([script = '', ...args]: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return status ?? 1;
}
