import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

describe('findBrowser', () => {
  let folder: string;

  beforeEach(() => {
    folder = makeTemporaryFolder('path');
    for (const variable of ['BACKSCROLL_CHROMIUM', 'CHROME_PATH', 'BACKSCROLL_FIREFOX']) vi.stubEnv(variable, '');
    vi.stubEnv('PATH', folder);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    removeTemporaryFolder(folder);
  });

  function installCommand(name: string): string {
    const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  }

  it('takes what the environment names before what the PATH holds', () => {
    installCommand('chromium');
    const named = installCommand('my-own-browser');
    vi.stubEnv('BACKSCROLL_CHROMIUM', named);
    expect(findBrowser('chromium')).toBe(named);
  });

  it('says so when the environment names a file that is not there, instead of testing another browser', () => {
    installCommand('firefox');
    vi.stubEnv('BACKSCROLL_FIREFOX', join(folder, 'nothing'));
    expect(() => findBrowser('firefox')).toThrow(/BACKSCROLL_FIREFOX/);
  });

  it('finds Edge where there is no Chromium', () => {
    const edge = installCommand('microsoft-edge');
    expect(findBrowser('chromium')).toBe(edge);
  });
});
