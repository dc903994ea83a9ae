import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtensionPage, openSidePanel, type PageView } from './open-pages.ts';
import { readMain, waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { locate, press, type View, waitUntil } from './view.ts';

/** A desk that calls the conversation by a name of its own; the number is a link, so that a click that came through would show. */
function serveDesk(): Promise<Server> {
  const ids: Record<string, string> = { '/tickets/7': '255762', '/tickets/8': '2555100', '/tickets/9': '', '/tickets/10': '' };
  const others: Record<string, string> = { '/tickets/9': '48213', '/tickets/10': '255762' };
  const server = createServer(({ url = '' }, response) => {
    const id = ids[url] ?? '1';
    response.writeHead(200, { 'content-type': 'text/html' }).end(
      `<!doctype html><title>Ticket</title><main><h1>Broken zip</h1><p>Order no 778812, paid 2025.</p>
      <dl><dt>Handed over as</dt><dd><a id="ref" href="/left?n=${id}">${id}</a></dd>
      ${url in others ? `<dt>Conversation ID</dt><dd>${others[url]}</dd>` : ''}</dl></main>
      <script>document.documentElement.dataset.clicks = '';
      document.addEventListener('click', () => document.documentElement.dataset.clicks += 'x');</script>`,
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('teaching where the id stands', () => {
  let stage: Stage;
  let desk: Server;
  let page: Page;
  let panel: View;
  let options: PageView;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
    [stage, desk] = await Promise.all([setStage('chromium'), serveDesk()]);
    await setUpProviders(stage);
    const origin = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
    await enableSite(stage, origin);
    page = await stage.visit(`${origin}/tickets/7`);
    panel = await openSidePanel(stage.running, page);
  });

  afterAll(async () => {
    await stage?.close();
    desk?.closeAllConnections();
    desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const waitForPicker = () =>
    waitUntil('the picker', () => page.evaluate(() => document.querySelector('backscroll-picker') !== null));
  const waitForNone = async () => {
    await waitForState(panel, 'idle');
    await waitUntil('the offer to pick', () => panel.evaluate(() => /Pick it on the page/.test(document.body.textContent)));
  };

  it('ends without a trace on Esc', async () => {
    await waitForNone();
    await press(panel, 'Pick it on the page');
    await waitForPicker();
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await waitUntil('the picker to go', () => page.evaluate(() => document.querySelector('backscroll-picker') === null));
    await waitForNone();
  });

  it('shows the conversation of the number that was clicked, and swallows the click', async () => {
    await press(panel, 'Pick it on the page');
    await waitForPicker();
    const box = await page.$eval('#ref', (link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await waitForState(panel, 'ready', 'socialboards:255762');
    expect(new URL(page.url()).pathname).toBe('/tickets/7');
    expect(await page.evaluate(() => document.documentElement.dataset.clicks)).toBe('');
    expect(await page.evaluate(() => document.querySelector('backscroll-picker'))).toBeNull();
  });

  it('finds the id by the rule from then on, on other tickets too, and says so', async () => {
    await page.reload();
    await waitForState(panel, 'ready', 'socialboards:255762');
    await page.goto(new URL('/tickets/8', page.url()).href);
    await waitForState(panel, 'ready', 'socialboards:2555100');
    await press(panel, 'Why this id?');
    const evidence = await panel.evaluate(() => document.querySelector('[data-part=evidence]')?.textContent ?? '');
    expect(evidence).toContain('By your rule “Handed over as”');
    expect(evidence).toContain('Not this? Pick it on the page');
  });

  it('lists the rule in the options, and obeys its switch', async () => {
    options = await openExtensionPage(stage.running, 'options.html');
    const name = await waitUntil('the rule', () => options.evaluate(readSwitch));
    expect(name).toContain('Handed over as');
    expect(name).toContain('Label beside the id');
    await locate(options.page, { role: 'switch', name: name.replace(/\s+/g, ' ') }).click();
    await page.bringToFront();
    await waitForNone();
    await page.reload();
    await waitForNone();
    expect((await readMain(panel)).conversation).toBeUndefined();
  });

  it('exports the rules, deletes one, and takes the file in again', async () => {
    await options.page.bringToFront();
    const session = await options.page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await press(options, 'Export rules', 'Rules');
    file = await waitUntil('the file', async () => readdirSync(folder).find((entry) => entry.endsWith('.json')));
    const text = readFileSync(join(folder, file), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: 1, rules: [{ kind: 'label', text: 'Handed over as', enabled: false }] });
    await press(options, 'Delete “Handed over as”', 'Rules');
    await waitUntil('no rule', () => options.evaluate(() => document.querySelector('.rule') === null));
    writeFileSync(join(folder, file), text.replace('"enabled": false', '"enabled": true'));
    await takeIn(options, join(folder, file));
    await waitUntil('the rule', () => options.evaluate(readSwitch));
    await page.bringToFront();
    await waitForState(panel, 'ready', 'socialboards:2555100');
  });

  it('leaves out what the agent says is not the id, on the next ticket too, and lists that', async () => {
    await page.goto(new URL('/tickets/9', page.url()).href);
    await waitUntil('the wrong id', async () => (await readMain(panel)).conversation?.endsWith(':48213'));
    await press(panel, 'Why this id?');
    await press(panel, 'Not this 48213');
    await waitForNone();
    await waitUntil('what came of it', () =>
      panel.evaluate(() => /what stands at “Conversation ID”/.test(document.body.textContent)),
    );
    await page.goto(new URL('/tickets/10', page.url()).href);
    await waitForNone();
    await press(panel, 'Why this id?');
    const evidence = await panel.evaluate(() => document.querySelector('[data-part=evidence]')?.textContent ?? '');
    expect(evidence).toMatch(/255762.*you said so/);
    await options.page.bringToFront();
    await press(options, 'Delete “Not: Conversation ID”', 'Rules');
    await page.bringToFront();
    await waitUntil('the id', async () => (await readMain(panel)).conversation?.endsWith(':255762'));
  });

  it('refuses a damaged file with the reason, and keeps what is there', async () => {
    await options.page.bringToFront();
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace('"label"', '"regex"'));
    await takeIn(options, join(folder, file));
    await waitUntil('the reason', () => options.evaluate(() => /damaged at “rules\.0/.test(document.body.textContent)));
    expect(await options.evaluate(readSwitch)).toContain('Handed over as');
  });
});

function readSwitch(): string | undefined {
  return document.querySelector('.rule [role=switch]')?.textContent ?? undefined;
}

async function takeIn(options: PageView, file: string): Promise<void> {
  const [chooser] = await Promise.all([options.page.waitForFileChooser(), press(options, 'Import rules', 'Rules')]);
  await chooser.accept([file]);
}
