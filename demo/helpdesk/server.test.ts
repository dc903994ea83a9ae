import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Helpdesk, startHelpdesk } from './server.ts';
import { TICKETS } from './tickets.ts';

let helpdesk: Helpdesk;

beforeAll(async () => {
  helpdesk = await startHelpdesk();
});

afterAll(() => helpdesk.close());

it('serves every ticket as one page whose mails come later', async () => {
  for (const { number } of TICKETS) {
    const page = await (await fetch(helpdesk.ticketUrl(number))).text();
    expect(page).toContain('Harbor Desk');
    expect(page).not.toMatch(/255762|48213/);
  }
  const mails = await (await fetch(`${helpdesk.url}/api/tickets/1043/mails`)).text();
  expect(mails).toContain('MAAX AI conversation_id: 48213');
});

it('serves nothing outside the app', async () => {
  for (const path of ['/app/..%2Ftickets.ts', '/app/../server.ts', '/tickets/1', '/api/tickets/9999/mails']) {
    expect((await fetch(helpdesk.url + path)).status).toBe(404);
  }
});
