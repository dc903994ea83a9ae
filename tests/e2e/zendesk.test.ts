import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOPBACK_HOSTS } from '../../demo/browsers/copy-build.ts';
import { startTlsServer, type TlsServer } from '../machine/tls-server.ts';
import { openSidePanel } from './open-pages.ts';
import { readMain, readMessages, waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import type { View } from './view.ts';
import { drawZendesk } from './zendesk-workspace.ts';

const ORIGIN = 'https://acme.zendesk.com';

describe('Zendesk, with every open ticket mounted', () => {
  let server: TlsServer;
  let stage: Stage;
  let page: Page;
  let panel: View;

  beforeAll(async () => {
    server = await startTlsServer(drawZendesk);
    stage = await setStage('chromium', {
      hosts: [...LOOPBACK_HOSTS, `${ORIGIN}/*`],
      args: [`--host-resolver-rules=MAP acme.zendesk.com 127.0.0.1:${server.port}`, '--ignore-certificate-errors'],
    });
    await setUpProviders(stage);
    await enableSite(stage, ORIGIN);
    page = await stage.visit(`${ORIGIN}/agent/tickets/101`);
    panel = await openSidePanel(stage.running, page);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), server?.close()]);
  });

  const goTo = (ticket: number) => page.locator(`a[href="/agent/tickets/${ticket}"]`).click();

  it('reads the value of a form field of the open ticket', async () => {
    await waitForState(panel, 'ready', 'socialboards:255762');
  });

  it('follows to a ticket whose id stands in the mail', async () => {
    await goTo(102);
    await waitForState(panel, 'ready', 'maax:48213');
  });

  it('shows nothing for a ticket without an id, though three are mounted and one was on screen a moment before', async () => {
    await goTo(103);
    await waitForState(panel, 'idle');
    expect(await readMessages(panel)).toEqual([]);
    expect((await readMain(panel)).conversation).toBeUndefined();
  });

  it('comes back to a ticket that was read before', async () => {
    await goTo(101);
    await waitForState(panel, 'ready', 'socialboards:255762');
  });

  it('takes an id that an agent types into the field', async () => {
    await goTo(103);
    await waitForState(panel, 'idle');
    await page.locator('[data-ticket-id="103"] [data-test-id^="ticket-form-field"] input').fill('2555100');
    await waitForState(panel, 'ready', 'socialboards:2555100');
  });
});
