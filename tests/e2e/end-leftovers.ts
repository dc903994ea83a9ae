import { readdirSync, readFileSync } from 'node:fs';

/** Ends what a crashed test left running: processes that were told, by argument or environment, to work in this run's folder. Linux only. */
export function endLeftovers(folder: string): void {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    if (!worksIn(folder, pid)) continue;
    console.log(`Ending process ${pid}, left over by a test.`);
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone by itself.
    }
  }
}

function worksIn(folder: string, pid: string): boolean {
  try {
    const told = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    return told || readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`RT_SITE_CONFIG=${folder}`);
  } catch {
    return false;
  }
}
