import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../demo/browsers/temporary-folder.ts';
import { addTally, formatTally, NOTHING, readReport } from './tally.ts';

function read(report: unknown) {
  const folder = makeTemporaryFolder('tally');
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  const tally = readReport(path);
  removeTemporaryFolder(folder);
  return tally;
}

describe('a run’s tally', () => {
  it('names what was skipped, for whatever reason', () => {
    const results = ['passed', 'pending', 'skipped', 'todo', 'failed'].map((status) => ({ fullName: `is ${status}`, status }));
    const tally = read({ numPassedTests: 1, numFailedTests: 1, testResults: [{ assertionResults: results }] });
    expect(tally).toMatchObject({ passed: 1, failed: 1, skipped: ['is pending', 'is skipped', 'is todo'] });
    expect(formatTally(addTally(tally, tally))).toBe('2 passed, 2 failed, 6 skipped');
  });

  it('says what failed and why, in few lines', () => {
    const message = ['Error: seed 7', ...Array.from({ length: 40 }, () => 'at line')].join('\n');
    const failed = { fullName: 'adds', status: 'failed', failureMessages: [message] };
    const { failures } = read({ numFailedTests: 1, testResults: [{ assertionResults: [failed] }] });
    expect(failures).toEqual([expect.stringMatching(/^adds\n {4}Error: seed 7\n/)]);
    expect(failures[0]?.split('\n').length).toBeLessThan(20);
  });

  it('is a failure without a report', () => {
    expect(read('not json')).toEqual({ ...NOTHING, failed: 1 });
    expect(formatTally(NOTHING)).toBe('0 passed, 0 failed, 0 skipped');
  });
});
