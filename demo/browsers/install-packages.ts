import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian or Ubuntu, as root. */
export function canInstallPackages(): boolean {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs Debian packages, quietly; one line says so, apt's own words only where it fails. */
export function installPackages(packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} (Debian packages)…`);
  runApt(['update', '-qq']);
  runApt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function runApt(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (run.status === 0) return;
  throw new Error(`apt-get ${args.join(' ')} failed: ${(run.stderr || run.stdout || String(run.error)).trim().slice(-1500)}`);
}
