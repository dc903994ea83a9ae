import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** A headless browser cannot answer the question for a host; on this machine itself, it need not be asked. */
export const LOOPBACK_HOSTS: readonly string[] = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Copies a build into a folder of its own; the copy differs only in hosts that are granted from the start. */
export function copyBuild(build: string, hosts: readonly string[] = LOOPBACK_HOSTS): string {
  const copy = makeTemporaryFolder('build');
  cpSync(build, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [...hosts] }));
  return copy;
}
