import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addConversation } from '../faults/right-answer.ts';
import { type Desk, serveDesk, showTicket } from '../faults/serve-desk.ts';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { waitForState } from '../pages/conversation.ts';
import { openFrame, viewFrame } from '../pages/frame.ts';
import { draftMaax, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import type { View } from '../view.ts';
import { readEffects } from './read-effects.ts';

/** All that the in-page sidebar may offer: to read on, to read again, to copy, the way to the settings. */
const HARMLESS = /^(Why this id\?|Try again|Copy|Open settings)$/;

/**
 * What each ticket's conversation is answered with, the state that follows, and what asking again twice may cost: nothing where
 * the page could not have it asked, either. The refused key is last: from then on nobody is asked.
 */
const TICKETS = [
  { ticket: 1, what: 'a conversation', state: 'ready', most: 1 },
  {
    ticket: 2,
    what: 'an answer that is none',
    state: 'failed',
    answer: { incoming_message_id: 5, more: { deep: [1, 2] } },
    most: 2,
  },
  { ticket: 3, what: 'a refusal', state: 'failed', status: 403, most: 0 },
  { ticket: 4, what: 'a pause', state: 'failed', status: 429, most: 0 },
  { ticket: 5, what: 'a refused key', state: 'failed', status: 401, most: 0 },
] as const;

describe('the in-page sidebar, which stands where a page can move it under the cursor', () => {
  let stage: Stage;
  let desk: Desk;
  let page: Page;
  let options: PageView;
  let frame: View;

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage('chromium'), serveDesk()]);
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await enableSite(stage, desk.origin);
    for (const row of TICKETS) {
      const id = desk.idOf(row.ticket);
      addConversation(stage.emulator, 'maax', id);
      if ('answer' in row) stage.emulator.state.maax.set(id, row.answer);
      if ('status' in row) stage.emulator.rules.add({ match: { path: `/${id}/` }, respond: { status: row.status } });
    }
    page = await stage.visit(desk.ticketUrl(1));
    frame = await openFrame(page);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), desk?.close()]);
  });

  it.each(TICKETS)('has no control whose click changes anything, with $what', async ({ ticket, state, most }) => {
    // The settings may have come to the front.
    await page.bringToFront();
    // A pause that was asked for holds for the next ticket, too.
    if (ticket === 5) await saveDraft(options, draftMaax(stage.emulator.url));
    await page.evaluate(showTicket, ticket);
    frame = await viewFrame(page);
    await waitForState(frame, state, `maax:${desk.idOf(ticket)}`);
    const before = await readKept();
    stage.emulator.requests.length = 0;
    const names = await frame.evaluate(clickEverything);
    expect(names.filter((name) => !HARMLESS.test(name))).toEqual([]);
    expect(await frame.evaluate(() => document.querySelectorAll('input, select, textarea, form, [contenteditable]').length)).toBe(
      0,
    );
    await page.bringToFront();
    const id = desk.idOf(ticket);
    await waitForState(frame, state, `maax:${id}`);
    expect(listChanged(before, await readKept()).filter((name) => !isRead(name, id))).toEqual([]);
    // Reading again is all that a click can do.
    expect(names.length).toBeGreaterThan(0);
    const asked = stage.emulator.requests.map(({ method, path, body }) => `${method} ${path} ${body}`);
    expect(asked.filter((one) => one !== `POST /api/v2/conversations/${id}/ {}`)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(most);
  });

  /** All that is stored, by area and name, but for what tabs hold. */
  async function readKept(): Promise<Readonly<Record<string, string>>> {
    const areas = JSON.parse(await readEffects(options)) as readonly Record<string, unknown>[];
    const named = areas.flatMap((area, index) =>
      Object.entries(area).map(([name, value]) => [`${index === 0 ? 'local' : 'session'} ${name}`, JSON.stringify(value)]),
    );
    return Object.fromEntries(named);
  }
});

function listChanged(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

/** What a reading of this one conversation writes, whoever asked for it: its copy, its line in the lists, the answer's kind. */
function isRead(name: string, id: string): boolean {
  return ['copies', 'recents', 'standing:maax', `copy:maax:${id}`].some((one) => name === `session ${one}`);
}

/** Runs in the frame: presses whatever can be pressed, twice, as what opens may hold more. Answers with the names. */
async function clickEverything(): Promise<string[]> {
  const names = new Set<string>();
  for (let round = 0; round < 2; round += 1) {
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, summary, [role=button], [role=tab], [role=switch], a:not([href])',
    )) {
      // A branch of the raw answer only opens.
      if (control.localName !== 'summary') names.add((control.getAttribute('aria-label') ?? control.textContent ?? '').trim());
      control.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return [...names];
}
