import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { waitUntil } from './view.ts';

/** What the conversation says, and who says it. */
const TRANSCRIPT = ['charged twice', 'Daniel Okafor', 'billing'];

const SECRETS = ['demo-maax-key-1234567890', 'demo-refresh-token-1234567890'];

/**
 * Stands for a content script that a page has taken over: it says into the page what it can read of every store it knows.
 * It runs in the content script's own world, with that world's rights.
 */
const THIEF = `
;(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const loot = [];
  for (const area of ['local', 'session', 'sync', 'managed']) {
    loot.push(area + ': ' + await Promise.resolve().then(() => api.storage[area].get(null)).then(JSON.stringify, (error) => 'refused ' + error.message));
  }
  const names = await indexedDB.databases().then((all) => all.map(({ name }) => name), (error) => ['refused ' + error.message]);
  loot.push('databases: ' + JSON.stringify(names));
  for (const type of ['open', 'save-provider', 'frame-tab', 'rest', 'remove-provider']) {
    const input = { ref: { provider: 'maax', id: '48213' }, by: 'hand', provider: 'maax' };
    loot.push(type + ': ' + await api.runtime.sendMessage({ type, input }).then(JSON.stringify, (error) => 'refused ' + error.message));
  }
  document.documentElement.dataset.loot = loot.join('\\n');
})();
`;

describe.each(['chromium', 'firefox'] as const)('keys in %s', (browser) => {
  let stage: Stage;
  let loot: string;

  beforeAll(async () => {
    stage = await setStage(browser, { prepare: (build) => appendFileSync(join(build, 'content-scripts/helpdesk.js'), THIEF) });
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    const page = await stage.visit(stage.helpdesk.ticketUrl(1043));
    const panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', 'maax:48213');
    // Read once more, now that keys are in use and a transcript is on show.
    await page.reload();
    loot = await waitUntil('the loot', () => page.evaluate(() => document.documentElement.dataset.loot));
  });

  afterAll(async () => {
    await stage?.close();
  });

  it('are out of reach of a content script that a page has taken over', () => {
    for (const secret of SECRETS) expect(loot).not.toContain(secret);
    expect(loot).toMatch(/^databases: (?:\[\]|\["refused)/m);
  });

  it('are given out by no message, nor is a transcript', () => {
    expect(loot).toMatch(/^open: (?:undefined|null)$/m);
    expect(loot).toMatch(/^remove-provider: (?:undefined|null)$/m);
    for (const text of TRANSCRIPT) expect(loot).not.toContain(text);
  });

  it('do not lie in storage that content scripts could read', () => {
    // Firefox cannot close its storage to content scripts: there, nothing secret may lie in it.
    const refusal = browser === 'chromium' ? /^local: refused/m : /^local: \{/m;
    expect(loot).toMatch(refusal);
    expect(loot).toMatch(/^session: refused/m);
  });
});
