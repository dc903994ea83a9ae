import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FramedDesk, PLACES, type PlaceName, serveFramedDesk } from './framed-desk.ts';
import { openSidePanel } from './open-pages.ts';
import { readTabs, waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

const PICK = 'Pick it on the page';

describe.each(['chromium', 'firefox'] as const)('picking the id on a page in %s', (browser) => {
  let stage: Stage;
  let desk: FramedDesk;
  let page: Page;
  let panel: View;

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage(browser), serveFramedDesk({ 7: '255762', 8: '2555100' })]);
    await setUpProviders(stage);
    page = await stage.visit(desk.ticketUrl(7, 'two frames'));
    panel = await openSidePanel(stage.running, page);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), desk?.close()]);
  });

  const hasPicker = (where: Page | Frame) => where.evaluate(() => document.querySelector('backscroll-picker') !== null);
  const readClicks = (where: Page | Frame) => where.evaluate(() => document.documentElement.dataset.clicks);

  /** Opens a ticket that shows no id, and starts picking. */
  const begin = async (name: Parameters<FramedDesk['ticketUrl']>[1]) => {
    await page.goto(desk.ticketUrl(7, name));
    await waitForState(panel, 'idle');
    await waitUntil('the offer', () => panel.evaluate((text) => document.body.textContent.includes(text), PICK));
    await press(panel, PICK);
    await waitUntil('the picker', () => hasPicker(page));
    await page.bringToFront();
  };

  /** The number, and the document that it stands in. */
  const findNumber = async (): Promise<{ readonly frame: Frame; readonly number: ElementHandle }> =>
    waitUntil('the number', async () => {
      for (const frame of page.frames()) {
        const number = await frame.$('#ref').catch(() => null);
        if (number) return { frame, number };
      }
      return undefined;
    });

  /** Moves the pointer over the number until the document that it stands in feels it, as it does under a hand, and clicks. */
  const clickNumber = async (isFelt: boolean) => {
    const { frame, number } = await findNumber();
    const box = await number.boundingBox();
    if (!box) throw new Error('the number is not drawn');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let step = 0;
    await waitUntil('the pointer to arrive', async () => {
      step = 1 - step;
      await page.mouse.move(x + step, y);
      return !isFelt || frame.evaluate(() => document.documentElement.dataset.pointed === 'yes');
    });
    await page.mouse.down();
    await page.mouse.up();
    return frame;
  };

  const readPanel = () => panel.evaluate(() => document.querySelector('.teach-status')?.textContent ?? '');

  it('needs an enabled site, whose frames start in open tabs without loading the page again', async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.untouched = 'yes';
    });
    await enableSite(stage, desk.origin);
    await page.bringToFront();
    await waitForState(panel, 'ready', 'socialboards:255762');
    await enableSite(stage, desk.frameOrigin);
    await page.bringToFront();
    await waitUntil('the other frame’s id', async () => (await readTabs(panel)).some(({ name }) => name.endsWith('2555100')));
    expect(await page.evaluate(() => document.documentElement.dataset.untouched)).toBe('yes');
  });

  it.each(Object.keys(PLACES) as PlaceName[])('works in %s, from then on, and swallows the click', async (name) => {
    await begin(name);
    const isOwn = name === 'a sandboxed frame' || name === 'a frame of another site';
    const frame = await clickNumber(isOwn);
    await waitForState(panel, 'ready', 'socialboards:255762');
    expect(await readClicks(frame)).toBe('');
    expect(await hasPicker(page)).toBe(false);
    expect(await hasPicker(frame)).toBe(false);
    await page.goto(desk.ticketUrl(8, name));
    await waitForState(panel, 'ready', 'socialboards:2555100');
    await page.reload();
    await waitForState(panel, 'ready', 'socialboards:2555100');
  });

  it('takes nothing from a frame of a site that is not enabled', async () => {
    await begin('a foreign frame');
    const frame = await clickNumber(false);
    expect(await hasPicker(page)).toBe(true);
    expect(await readClicks(frame)).toBe('');
    await page.keyboard.press('Escape');
    await waitUntil('the picker to go', async () => !(await hasPicker(page)));
    await waitForState(panel, 'idle');
  });

  it('says where no rule could tell the id from others', async () => {
    await begin('a list');
    await clickNumber(false);
    await waitUntil('the reason', async () => /stands beside others, too/.test(await readPanel()));
    await waitForState(panel, 'idle');
  });

  it('takes nothing that the page does by itself, and comes back where the page wipes it', async () => {
    await begin('a list');
    await page.evaluate(() => {
      const { left, top } = document.querySelector('#ref')?.getBoundingClientRect() ?? new DOMRect();
      const at = { clientX: left + 3, clientY: top + 3, bubbles: true, composed: true };
      const picker = document.querySelector('backscroll-picker');
      for (const target of [picker, document.querySelector('#ref'), window]) {
        for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) target?.dispatchEvent(new PointerEvent(type, at));
        for (const key of ['Tab', 'Enter', 'Escape']) target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }
      picker?.remove();
    });
    await waitUntil('the picker to come back', () => hasPicker(page));
    expect(await page.evaluate(() => document.querySelector('backscroll-picker')?.shadowRoot)).toBeNull();
    expect(await readPanel()).toContain('Click the id on the page');
  });

  it('goes from number to number by keyboard', async () => {
    await begin('keys');
    // 778812, 2025, 255762, around to 778812, and back.
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'ArrowUp', 'Enter'] as const) await page.keyboard.press(key);
    await waitForState(panel, 'ready', 'socialboards:255762');
    expect(await hasPicker(page)).toBe(false);
  });
});
