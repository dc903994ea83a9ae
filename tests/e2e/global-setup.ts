import type { TestProject } from 'vitest/node';
import { BUILD_TARGETS, type BuildTarget, buildExtension } from '../../demo/browsers/build-extension.ts';
import { ensureBrowsers } from '../../demo/browsers/ensure-browsers.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { endLeftovers } from './end-leftovers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folders of the production builds. */
    builds: Readonly<Record<BuildTarget, string>>;
  }
}

/** Browsers and both production builds, once a run. */
export default async function setUp(project: TestProject): Promise<() => void> {
  ensureBrowsers('chromium', 'firefox');
  const folder = makeTemporaryFolder('run');
  // Profiles, copies and the browsers' own files all land here, so that one removal leaves nothing, even after a crash.
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
  const builds: Partial<Record<BuildTarget, string>> = {};
  for (const target of BUILD_TARGETS) builds[target] = await buildExtension(target, folder);
  project.provide('builds', builds as Record<BuildTarget, string>);
  return () => {
    endLeftovers(folder);
    removeTemporaryFolder(folder);
  };
}
