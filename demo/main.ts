import { parseArgs } from 'node:util';
import { buildExtension } from './browsers/build-extension.ts';
import { copyBuild } from './browsers/copy-build.ts';
import { launchChromium } from './browsers/launch.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './browsers/temporary-folder.ts';
import { startEmulator } from './emulator/server.ts';
import { startHelpdesk } from './helpdesk/server.ts';
import { photographStory } from './photograph-story.ts';
import { setUp } from './set-up.ts';

/** `npm run demo`: the product on a ticket, with everything that it needs on this machine. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false }, screenshot: { type: 'string' } } });
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!values.headless && !hasDisplay) {
    throw new Error('There is no display here. Try: npm run demo -- --headless --screenshot shots');
  }
  const folder = makeTemporaryFolder('demo');
  console.log('Building the extension…');
  const extensionDir = copyBuild(await buildExtension('chrome', folder));
  const [emulator, helpdesk] = await Promise.all([startEmulator(), startHelpdesk()]);
  const running = await launchChromium({ extensionDir, headless: values.headless, size: { width: 1360, height: 860 } });
  try {
    console.log('Setting both chat systems up, and enabling the demo helpdesk…');
    await setUp(running, { provider: emulator.url, helpdesk: helpdesk.url });
    if (values.screenshot !== undefined) await photographStory(running, helpdesk, values.screenshot);
    else if (!values.headless) await show(running, helpdesk.ticketUrl(1042), emulator.url);
  } finally {
    await Promise.all([running.close().catch(() => undefined), emulator.close(), helpdesk.close()]);
    for (const path of [folder, extensionDir]) removeTemporaryFolder(path);
  }
}

/** Leaves the browser to the visitor until it is closed, or Ctrl-C. */
async function show(running: Awaited<ReturnType<typeof launchChromium>>, ticket: string, provider: string): Promise<void> {
  const { openSidePanel } = await import('../tests/e2e/open-pages.ts');
  const page = await running.browser.newPage();
  await page.goto(ticket);
  await openSidePanel(running, page);
  console.log(`
Harbor Desk is open on a ticket, with the customer's chat beside it.
  · Click from ticket to ticket: the side panel follows. 1044 holds two conversations, 1045 none.
  · The tab at the page's edge opens the same inside the page.
  · The toolbar's Backscroll button looks ids up by hand: try SocialBoards 254626, or MAAX AI 48216.
The chat systems are emulated at ${provider}. Close the browser or press Ctrl-C to end.`);
  await new Promise<void>((resolve) => {
    running.browser.once('disconnected', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
