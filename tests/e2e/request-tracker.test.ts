import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installRequestTracker, type RequestTracker, startRequestTracker } from '../machine/request-tracker.ts';
import { openSidePanel } from './open-pages.ts';
import { readTabs, waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import type { View } from './view.ts';

const reason = installRequestTracker();
if (reason) console.log(`Skipped, the Request Tracker story: ${reason}`);

describe.skipIf(reason !== undefined)('a real Request Tracker 5', () => {
  let stage: Stage;
  let tracker: RequestTracker;
  let page: Page;
  let panel: View;
  const tickets: Record<string, number> = {};

  beforeAll(async () => {
    [stage, tracker] = await Promise.all([setStage('chromium'), startRequestTracker()]);
    tickets.mail = await tracker.createTicket({
      subject: 'Parcel',
      text: 'Hello,\n\nConversation ID: 255762\n\nOrder 4711 of 12 May.',
    });
    tickets.field = await tracker.createTicket({ subject: 'Refund', text: 'Please see the chat.', conversationId: '2555100' });
    tickets.none = await tracker.createTicket({
      subject: 'Invoice 889123',
      text: 'Invoice 889123, customer number 5544332, paid 1200.',
    });
    tickets.two = await tracker.createTicket({
      subject: 'Two chats',
      text: 'SocialBoards conversation ID: 255762\n\nMAAX AI conversation_id: 48213',
    });
    await setUpProviders(stage);
    await enableSite(stage, tracker.url);
    page = await stage.running.browser.newPage();
    await tracker.signIn(page);
    await page.goto(tracker.ticketUrl(tickets.mail));
    panel = await openSidePanel(stage.running, page);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), tracker?.close()]);
  });

  const visit = (ticket: number | undefined) => page.goto(tracker.ticketUrl(ticket as number));

  it('shows the history of an id in a mail that arrives by a request of its own', async () => {
    await waitForState(panel, 'ready', 'socialboards:255762');
  });

  it('reads a custom field, not its hidden editable copy', async () => {
    await visit(tickets.field);
    await waitForState(panel, 'ready', 'socialboards:2555100');
  });

  it('finds nothing among numbers that are none', async () => {
    await visit(tickets.none);
    await waitForState(panel, 'idle');
  });

  it('offers both of two', async () => {
    await visit(tickets.two);
    await waitForState(panel, 'ready', 'socialboards:255762');
    expect((await readTabs(panel)).map(({ name }) => name)).toEqual([
      expect.stringContaining('255762'),
      expect.stringContaining('48213'),
    ]);
  });
});
