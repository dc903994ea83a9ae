import { readFileSync } from 'node:fs';

/** What became of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed by name, each with the beginning of why. */
  readonly failures: readonly string[];
  /** By name: of these, nothing is known. */
  readonly skipped: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, failures: [], skipped: [] };

interface TestResult {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly assertionResults?: readonly TestResult[];
  }[];
}

const ENDED: ReadonlySet<string> = new Set(['passed', 'failed']);
/** Enough for a property's seed and its counterexample. */
const REASON_LINES = 12;

function describeFailure({ fullName, failureMessages = [] }: TestResult): string {
  const reason = failureMessages.join('\n').split('\n').slice(0, REASON_LINES);
  return [fullName, ...reason.map((line) => `    ${line}`)].join('\n');
}

/** Reads vitest's report; none counts as a failure. */
export function readReport(path: string): Tally {
  try {
    const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const tests = testResults.flatMap(({ assertionResults = [] }) => assertionResults);
    const skipped = tests.filter(({ status }) => !ENDED.has(status)).map(({ fullName }) => fullName);
    const failures = tests.filter(({ status }) => status === 'failed').map(describeFailure);
    return { passed: numPassedTests, failed: numFailedTests, failures, skipped };
  } catch {
    return { ...NOTHING, failed: 1 };
  }
}

export function addTally(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
    skipped: [...a.skipped, ...b.skipped],
  };
}

export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
