import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemporaryFolder } from '../demo/browsers/temporary-folder.ts';
import { DEEP_VARIABLE } from './depth.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

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
  console.log(`${tally.failed > 0 ? '✗' : '✓'} ${name.padEnd(14)} ${formatTally(tally)} (${seconds} s)`);
}
const total = results.reduce<Tally>((sum, { tally }) => add(sum, tally), { passed: 0, failed: 0, skipped: 0 });
if (total.failed > 0) process.exitCode = 1;
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
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

function runVitest(...args: readonly string[]): Tally {
  const report = join(makeTemporaryFolder('report'), 'report.json');
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
  const status = runNode(['vitest/vitest.mjs', 'run', ...args, ...reporters]);
  const tally = readReport(report);
  // A file that cannot be loaded, or a run that cannot start, has no failed test to count.
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(path: string): Tally {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>;
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function runNode([script = '', ...args]: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  return status ?? 1;
}

function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
