import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { openExtensionPage, openSidePanel, type PageView } from './open-pages.ts';
import { readMessages, waitForState } from './pages/conversation.ts';
import { fillProvider } from './pages/options.ts';
import { enableSite, type Stage, setStage } from './stage.ts';
import { press, waitUntil } from './view.ts';

/** The helpdesk is reached as `localhost`, the chat system as `127.0.0.1`: two hosts, of which one is granted. */
const GRANTED = 'http://localhost/*';
const PROVIDER = 'http://127.0.0.1/*';

describe('permission for the chat system', () => {
  let stage: Stage;
  let extensions: Page;
  let panel: PageView;

  /** What an agent does on the browser's own page of the extension; headless browsers cannot answer the prompt. */
  const change = (what: 'addHostPermission' | 'removeHostPermission') =>
    extensions.evaluate(
      (name, id, host) => {
        const { developerPrivate } = (
          globalThis as unknown as { chrome: { developerPrivate: Record<string, (...args: string[]) => Promise<void>> } }
        ).chrome;
        return developerPrivate[name]?.(id, host);
      },
      what,
      (stage.running as unknown as { extension: { id: string } }).extension.id,
      PROVIDER,
    );

  beforeAll(async () => {
    stage = await setStage('chromium', { hosts: [GRANTED] });
    extensions = await stage.visit('chrome://extensions');
    const desk = stage.helpdesk.ticketUrl(1043).replace('127.0.0.1', 'localhost');
    await enableSite(stage, new URL(desk).origin);
    const options = await openExtensionPage(stage.running, 'options.html');
    await fillProvider(options, 'MAAX AI', { 'API key': 'demo-maax-key-1234567890', 'Base URL': `${stage.emulator.url}/api/v2/` });
    await press(options, 'Save', 'MAAX AI');
    await waitUntil('the key to be stored', () =>
      options.evaluate(
        () =>
          document.body.textContent?.includes('One is stored') || document.querySelector('[placeholder="One is stored"]') !== null,
      ),
    );
    const page = await stage.visit(desk);
    panel = (await openSidePanel(stage.running, page)) as PageView;
  });

  afterAll(async () => {
    await stage?.close();
  });

  it('is said to be missing before anything is sent', async () => {
    await waitForState(panel, 'no-access');
    expect(stage.emulator.requests).toEqual([]);
    expect(await panel.evaluate(() => document.querySelector('main')?.textContent)).toContain('127.0.0.1');
    expect(await findViolations(panel.page)).toEqual([]);
  });

  it('is asked for by the button, and then the conversation shows', async () => {
    await change('addHostPermission');
    await press(panel, 'Give access').catch(() => undefined);
    await waitForState(panel, 'ready', 'maax:48213');
  });

  it('that is taken away while a conversation is on show takes it away at once, and nobody is asked any more', async () => {
    await change('removeHostPermission');
    await waitForState(panel, 'no-access');
    expect(await readMessages(panel)).toEqual([]);
    stage.emulator.requests.length = 0;
    // Longer than the time to the next refresh.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(stage.emulator.requests).toEqual([]);
    await change('addHostPermission');
    await waitForState(panel, 'ready', 'maax:48213');
    expect((await readMessages(panel)).length).toBeGreaterThan(0);
  });

  it('that is taken away again stops the next look-up', async () => {
    await change('removeHostPermission');
    // A refresh that had been sent by then has arrived.
    await waitForState(panel, 'no-access');
    stage.emulator.requests.length = 0;
    await panel.page.reload();
    await waitForState(panel, 'no-access');
    expect(stage.emulator.requests).toEqual([]);
  });

  it('that is given back by the browser alone goes on by itself', async () => {
    await change('addHostPermission');
    await waitForState(panel, 'ready', 'maax:48213');
  });
});
