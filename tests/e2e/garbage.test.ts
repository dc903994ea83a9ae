import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('chromium');
  await setUpProviders(stage);
  await enableSite(stage, stage.helpdesk.url);
});

afterAll(async () => {
  await stage?.close();
});

async function collectGarbage({ browser, extensionUrl }: RunningChromium): Promise<void> {
  const worker = browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(extensionUrl));
  const session = await worker?.createCDPSession();
  await session?.send('HeapProfiler.collectGarbage');
  await session?.detach();
  expect(session).toBeDefined();
}

// Long conversations fill the worker's memory. What the keys' database stood in was collected then, and no look-up came to an end.
it('reads keys after the worker has collected its garbage', async () => {
  const page = await stage.visit(stage.helpdesk.ticketUrl(1042));
  const panel = await openSidePanel(stage.running, page);
  await waitForState(panel, 'ready', 'socialboards:255762');
  for (let turn = 0; turn < 3; turn += 1) await collectGarbage(stage.running as RunningChromium);
  await page.goto(stage.helpdesk.ticketUrl(1043));
  await waitForState(panel, 'ready', 'maax:48213');
});
