import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { VALID_MESSAGES } from '../../../lib/background/messages-for-tests.ts';
import { waitUntil } from '../view.ts';

/** What was answered to each message, as text: `undefined` and `null` are refusals. */
export type Answers = Readonly<Record<string, string>>;

/** The id that a forged report names. */
export const FORGED_ID = '48217';

/** One of each; a sidebar that it opened would begin to read the ticket, as it should. */
export const MESSAGES = { ...VALID_MESSAGES, sidebar: { shown: true, open: false, side: 'left', width: 300 } };

const forged = { helpdesk: 'generic', ticket: 'forged', settled: true };
const candidate = { id: FORGED_ID, provider: 'maax', kind: 'field', label: 'Conversation ID', excerpt: '' };

/**
 * Stands for a content script that a page has taken over: on a sign of the page it says everything there is to say, or says one
 * thing without end, or goes on talking when its page is left. It runs in the content script's own world.
 */
const TAKEN_OVER = `
;(() => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const all = ${JSON.stringify(MESSAGES)};
  const seen = (id) => ({ type: 'seen', input: { ...${JSON.stringify(forged)}, ticket: 'forged ' + id, candidates: [{ ...${JSON.stringify(candidate)}, id }] } });
  document.documentElement.dataset.frameUrl = runtime.getURL('frame.html');
  const tell = (name, value) => { document.documentElement.dataset[name] = JSON.stringify(value); };
  document.addEventListener('try-all', async () => {
    const answers = {};
    for (const [type, input] of Object.entries(all)) {
      answers[type] = await runtime.sendMessage({ type, input }).then((answer) => JSON.stringify(answer) ?? 'undefined', (error) => 'error: ' + error.message);
    }
    tell('tried', answers);
  });
  document.addEventListener('flood', async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      for (let count = 0; count < 100; count += 1) runtime.sendMessage(seen(String(600000 + turn * 100 + count))).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    tell('flooded', true);
  });
  addEventListener('pagehide', () => {
    if (!document.documentElement.dataset.leaves) return;
    for (let count = 0; count < 20; count += 1) runtime.sendMessage(seen('${FORGED_ID}')).catch(() => {});
    for (const [type, input] of Object.entries(all)) if (type !== 'seen') runtime.sendMessage({ type, input }).catch(() => {});
  });
})();
`;

/** Puts it into a copied build. */
export function takeOver(extensionDir: string): void {
  appendFileSync(join(extensionDir, 'content-scripts/helpdesk.js'), TAKEN_OVER);
}

/** Lets the page's content script do as it was told, and waits until it has. */
export async function giveSign<T>(page: Page, sign: 'try-all' | 'flood', told: 'tried' | 'flooded'): Promise<T> {
  await page.evaluate((type) => document.dispatchEvent(new Event(type)), sign);
  return waitUntil(told, async () => {
    const text = await page.evaluate((name) => document.documentElement.dataset[name], told);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  });
}

/** Sends every message from a document that has the extensions' own `runtime`; `to`: another extension's id. */
export async function tryAll(messages: Readonly<Record<string, unknown>>, to: string | null): Promise<Record<string, string>> {
  type Send = (...args: unknown[]) => Promise<unknown>;
  const scope = globalThis as unknown as {
    browser?: { runtime?: { sendMessage?: Send } };
    chrome?: { runtime?: { sendMessage?: Send } };
  };
  const send = scope.browser?.runtime?.sendMessage ?? scope.chrome?.runtime?.sendMessage;
  const answers: Record<string, string> = {};
  for (const [type, input] of Object.entries(messages)) {
    const message = { type, input };
    try {
      const answer = await (to === null ? send?.(message) : send?.(to, message));
      answers[type] = JSON.stringify(answer) ?? 'undefined';
    } catch (error) {
      answers[type] = `error: ${error instanceof Error ? error.message : error}`;
    }
  }
  return answers;
}

/** Answers that give something away. */
export function listGiven(answers: Answers): readonly string[] {
  return Object.entries(answers)
    .filter(([, answer]) => answer !== 'undefined' && answer !== 'null' && !answer.startsWith('error: '))
    .map(([type]) => type);
}
