import { inject } from 'vitest';
import { copyBuild, LOOPBACK_HOSTS } from '../../demo/browsers/copy-build.ts';
import { type LaunchRequest, launchChromium, launchFirefox, type RunningBrowser } from '../../demo/browsers/launch.ts';

export type BrowserName = RunningBrowser['kind'];

export interface BuildLaunch extends Omit<LaunchRequest, 'extensionDir'> {
  /** Hosts granted from the start. Default: this machine. */
  readonly hosts?: readonly string[];
  /** For Firefox only. */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** Changes the copy before it is loaded. */
  readonly prepare?: (extensionDir: string) => void;
}

/** A browser with this run's production build in it. */
export async function launchBuild(
  name: BrowserName,
  { hosts = LOOPBACK_HOSTS, prepare, ...request }: BuildLaunch = {},
): Promise<RunningBrowser> {
  const builds = inject('builds');
  const extensionDir = copyBuild(name === 'chromium' ? builds.chrome : builds.firefox, hosts);
  prepare?.(extensionDir);
  if (name === 'chromium') return launchChromium({ ...request, extensionDir });
  return launchFirefox({ ...request, extensionDir });
}
