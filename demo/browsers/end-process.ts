import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a child that leads its own process group, with everything it started, and waits until it is gone. */
export async function endProcessGroup(child: ChildProcess, graceMs = 5_000): Promise<void> {
  const ended = hasEnded(child) ? Promise.resolve() : once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(impatience);
  // The leader is gone; what it left behind goes too.
  signalGroup(child, 'SIGKILL');
}

/** For a process that ends by itself before long; what it left behind is ended. */
export async function awaitProcessEnd(child: ChildProcess, graceMs = 10_000): Promise<void> {
  const ended = hasEnded(child) ? Promise.resolve() : once(child, 'exit');
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(impatience);
  signalGroup(child, 'SIGKILL');
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nothing left to end.
  }
}
