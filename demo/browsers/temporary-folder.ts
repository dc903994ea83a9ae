import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const alive = new Set<string>();

/** A new empty folder; gone at the latest when this process ends. */
export function makeTemporaryFolder(purpose: string): string {
  if (alive.size === 0) process.once('exit', removeAll);
  const folder = mkdtempSync(join(tmpdir(), `backscroll-${purpose}-`));
  alive.add(folder);
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  alive.delete(folder);
  // A browser that is just ending may still write into its profile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function removeAll(): void {
  for (const folder of alive) removeTemporaryFolder(folder);
}
