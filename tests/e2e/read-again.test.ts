import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ONE_BROWSER } from '../depth.ts';
import { openSidePanel } from './open-pages.ts';
import { readMessages, waitForState, waitForWholeLog } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

const ID = '4478963';

/** Runs in the view: scrolls the hole into the middle, as an agent does, and answers with the first message that can be seen. */
function goToHole(): string | undefined {
  const log = document.querySelector('[role=log]') as HTMLElement;
  log.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  document.querySelector('[data-gap]')?.scrollIntoView({ block: 'center' });
  const { top } = log.getBoundingClientRect();
  const inSight = [...log.querySelectorAll<HTMLElement>('article')].find((one) => one.getBoundingClientRect().bottom > top);
  return inSight?.dataset.messageId;
}

/** Runs in the view: from now on it notes on its document what it shows. */
function noteShown(): void {
  const { dataset } = document.documentElement;
  const note = () => {
    const count = document.querySelectorAll('[role=log] article').length;
    dataset.states = [...new Set([...(dataset.states ?? '').split(' '), document.querySelector('main')?.dataset.state])]
      .join(' ')
      .trim();
    dataset.fewest = String(Math.min(Number(dataset.fewest ?? count), count));
  };
  note();
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
}

/** Where a message stands in the window, rounded. */
function readPlace(view: View, id: string | undefined): Promise<number | undefined> {
  return view.evaluate((wanted) => {
    const article = document.querySelector(`[role=log] article[data-message-id="${wanted}"]`);
    return article ? Math.round(article.getBoundingClientRect().top) : undefined;
  }, id);
}

describe.each(ONE_BROWSER)('a hole in a conversation that is read again, in %s', (browser) => {
  let stage: Stage;
  let panel: View;

  beforeAll(async () => {
    stage = await setStage(browser);
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    stage.emulator.rules.add({ match: { path: 'skip=100' }, respond: { body: 'no page' } });
    const page = await stage.visit(stage.helpdesk.ticketUrl(1046));
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', `socialboards:${ID}`);
  });

  afterAll(() => stage?.close());

  it('leaves what is shown, and the place in it, where they are', async () => {
    await waitUntil('the hole', () => panel.evaluate(() => document.querySelector('[data-gap="50"]') !== null));
    await waitForWholeLog(panel);
    const read = await panel.evaluate(goToHole);
    const place = await waitUntil('the place', async () => {
      const [before, after] = [await readPlace(panel, read), await readPlace(panel, read)];
      return before === after ? before : undefined;
    });
    expect((await readMessages(panel)).findIndex(({ id }) => id === read)).toBeLessThan(100);
    await panel.evaluate(noteShown);
    stage.emulator.rules.add({ match: { path: `${ID}?` }, respond: { delayMs: 1_000 } });
    await press(panel, 'Read again');
    await waitUntil('the reading', () => panel.evaluate(() => document.querySelector('[role=log][aria-busy=true]') !== null));
    expect(await readPlace(panel, read)).toBe(place);
    stage.emulator.rules.clear();
    await waitUntil('all messages', async () => (await readMessages(panel)).length === 250);
    await waitForWholeLog(panel);
    expect(await panel.evaluate(() => document.querySelector('[data-gap]') === null)).toBe(true);
    expect(await readPlace(panel, read)).toBe(place);
    expect(await panel.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ states: 'ready', fewest: '200' });
  });
});
