import { readFileSync } from 'node:fs';

/** What became of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** By name: of these, nothing is known. */
  readonly skipped: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] };

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly assertionResults?: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const ENDED: ReadonlySet<string> = new Set(['passed', 'failed']);

/** Reads vitest's report; none counts as a failure. */
export function readReport(path: string): Tally {
  try {
    const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const tests = testResults.flatMap(({ assertionResults = [] }) => assertionResults);
    const skipped = tests.filter(({ status }) => !ENDED.has(status)).map(({ fullName }) => fullName);
    return { passed: numPassedTests, failed: numFailedTests, skipped };
  } catch {
    return { ...NOTHING, failed: 1 };
  }
}

export function addTally(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}

export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
