import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMessages, waitForState } from './pages/conversation.ts';
import { openFrame, viewFrame } from './pages/frame.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { waitUntil } from './view.ts';

describe('the in-page sidebar', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage('chromium');
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    page = await stage.visit(stage.helpdesk.ticketUrl(1042));
  });

  afterAll(async () => {
    await stage?.close();
  });

  const press = async (name: string) => {
    const button = await waitUntil(
      `button "${name}"`,
      async () => (await page.$(`backscroll-sidebar >>> ::-p-aria([name="${name}"])`)) ?? undefined,
    );
    await button.click();
  };
  const isThere = async (name: string) => (await page.$(`::-p-aria([name="${name}"][role="button"])`)) !== null;

  it('opens beside the ticket, and follows it', async () => {
    const frame = await openFrame(page);
    await waitForState(frame, 'ready', 'socialboards:255762');
    expect((await readMessages(frame)).length).toBeGreaterThan(10);
    await page.locator('a[href="/tickets/1043"]').click();
    await waitForState(frame, 'ready', 'maax:48213');
  });

  it('puts nothing of a conversation into the page', async () => {
    const text = (await readMessages(await viewFrame(page)))[0]?.text ?? '';
    expect(text.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(text);
    expect(await page.evaluate(() => document.querySelector('backscroll-sidebar')?.shadowRoot ?? null)).toBeNull();
    expect(await page.evaluate(() => document.querySelectorAll('html > backscroll-sidebar').length)).toBe(1);
  });

  it('has no control in the frame that changes anything', async () => {
    const frame = await viewFrame(page);
    const controls = await frame.evaluate(() => document.querySelectorAll('input, select, textarea, form').length);
    expect(controls).toBe(0);
  });

  it('stays open on the next page load, on the side where it was moved', async () => {
    await press('Move to the left');
    await page.reload();
    await waitForState(await viewFrame(page), 'ready', 'maax:48213');
    await waitUntil('the button to move it back', () => isThere('Move to the right'));
  });

  it('closes with Escape, from inside the frame too, and leaves the page nothing to hear', async () => {
    const frame = await page.waitForFrame((one) => one.url().includes('frame.html'));
    await page.evaluate(() => {
      Object.assign(globalThis, { heard: [] });
      addEventListener('message', ({ origin }) => (globalThis as unknown as { heard: string[] }).heard.push(origin));
    });
    await (await frame.waitForSelector('[role=log]'))?.focus();
    await page.keyboard.press('Escape');
    await waitUntil('the launcher', () => isThere('Open Backscroll'));
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  it('has a launcher that can be dragged out of the way, and stands there on the next page load', async () => {
    const find = async () =>
      waitUntil('the launcher', async () => (await page.$('::-p-aria([name="Open Backscroll"])')) ?? undefined);
    const centre = async () => (await (await find()).clickablePoint()).y;
    const { x, y } = await (await find()).clickablePoint();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y - 100);
    await page.mouse.move(x, 200, { steps: 3 });
    await page.mouse.up();
    expect(Math.abs((await centre()) - 200)).toBeLessThan(10);
    expect(await isThere('Close')).toBe(false);
    await page.reload();
    expect(Math.abs((await centre()) - 200)).toBeLessThan(10);
    await (await find()).click();
    await waitForState(await viewFrame(page), 'ready', 'maax:48213');
  });

  it('is gone after one click, which can be taken back, and stays away from this site', async () => {
    await press('Switch off on this site');
    await press('Undo');
    await waitForState(await viewFrame(page), 'ready', 'maax:48213');
    await press('Switch off on this site');
    await waitUntil('the sidebar to go', async () => !(await isThere('Close')));
    await page.reload();
    await page.waitForSelector('a[href="/tickets/1042"]');
    expect(await isThere('Open Backscroll')).toBe(false);
  });

  it('draws nothing in a page that is no enabled site', async () => {
    const url = stage.running.extensionUrl;
    const foreign = await stage.visit('about:blank');
    await foreign.setContent(`<iframe src="${url}frame.html"></iframe>`);
    const drawn = foreign
      .frames()
      .map((frame) => frame.evaluate(() => document.querySelector('main')?.textContent ?? '').catch(() => ''));
    expect((await Promise.all(drawn)).join('')).toBe('');
    await foreign.close();
  });
});
