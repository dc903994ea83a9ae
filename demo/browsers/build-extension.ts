import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUILD_TARGETS = ['chrome', 'firefox'] as const;

export type BuildTarget = (typeof BUILD_TARGETS)[number];

/** Builds the production extension into a folder of its own, so that a build in use is left alone. Answers with its path. */
export async function buildExtension(target: BuildTarget, outDir: string): Promise<string> {
  // A process of its own: WXT changes globals, and a test runner has its own ideas of NODE_ENV.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), target, outDir], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The ${target} build failed:\n${output.join('')}`);
  return join(outDir, `${target}-mv3`);
}

if (import.meta.main) {
  const [target, outDir] = process.argv.slice(2);
  const { build } = await import('wxt');
  await build({ root: fileURLToPath(new URL('../../', import.meta.url)), browser: target ?? 'chrome', outDir: outDir ?? '' });
}
