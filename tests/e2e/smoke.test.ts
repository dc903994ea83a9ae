import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { type BrowserName, launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { watchProblems } from './problems.ts';
import { waitUntil } from './view.ts';

describe.each<BrowserName>(['chromium', 'firefox'])('In %s', (name) => {
  let running: RunningBrowser;
  let readProblems: () => Promise<readonly string[]>;

  beforeAll(async () => {
    running = await launchBuild(name);
    readProblems = await watchProblems(running);
  });

  afterAll(() => running?.close());

  it.each(['sidepanel.html', 'popup.html', 'options.html'])('%s is drawn without an error or a CSP violation', async (path) => {
    const view = await openExtensionPage(running, path);
    expect(await view.evaluate(() => document.querySelectorAll('main').length)).toBe(1);
    expect(await readProblems()).toEqual([]);
    await view.page.close();
  });

  it('an error in a page would be seen', async () => {
    const view = await openExtensionPage(running, 'sidepanel.html');
    await view.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      setTimeout(() => {
        throw new Error('on purpose');
      });
    });
    const wanted = [/inline style/, /on purpose/];
    await waitUntil('both problems', async () => {
      const problems = await readProblems();
      return wanted.every((text) => problems.some((problem) => text.test(problem)));
    });
  });
});
