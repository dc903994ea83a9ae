import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { TabState } from '../../lib/domain/tab-state.ts';
import { openExtensionPage, type PageView } from './open-pages.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { findTab } from './tab-states.ts';
import { waitUntil } from './view.ts';

/** A mail in a sandboxed frame, which only a script of its own can read; it shows what the page hands it. */
function drawMail(id: string): string {
  return `<iframe class="mail" sandbox="allow-scripts" width="400" height="100" srcdoc="<p>Conversation ID: ${id}</p>
    <script>onmessage = ({ data }) => { document.body.innerHTML = data; }</script>"></iframe>`;
}

async function serveMails() {
  const server = createServer(({ url = '' }, response) => {
    const html = `<!doctype html><title>Mail</title><main id="pane"><h1>Broken zip</h1>${drawMail(url.split('/').at(-1) ?? '')}</main>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

interface ExtensionApi {
  readonly chrome: {
    readonly storage: { readonly session: { get(key: string): Promise<Record<string, TabState>> } };
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
  };
}

describe.each(['chromium', 'firefox'] as const)('what a frame says, in %s', (browser) => {
  let stage: Stage;
  let desk: Awaited<ReturnType<typeof serveMails>>;
  let page: Page;
  let options: PageView;
  let tab: number;

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage(browser), serveMails()]);
    await setUpProviders(stage);
    // Open before it is enabled: the page's script and its frame's may start in any order.
    page = await stage.visit(`${desk.origin}/tickets/48213`);
    options = await openExtensionPage(stage.running, 'options.html');
    await enableSite(stage, desk.origin);
    tab = await findTab(options.page, `${desk.origin}/tickets/48213`);
    await page.bringToFront();
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), desk?.close()]);
  });

  const readIds = () =>
    options.evaluate(async (key) => {
      const { [key]: state } = await (globalThis as unknown as ExtensionApi).chrome.storage.session.get(key);
      return { ticket: state?.ticket, ids: [...new Set(state?.refs.map(({ id }) => id))].join(), settled: state?.settled };
    }, `tab:${tab}`);
  const expectIds = async (ids: string, ticket: string) => {
    let last: unknown;
    const isSo = async () => {
      const held = await readIds();
      last = held;
      return held.ids === ids && held.ticket === `tickets/${ticket}` && held.settled === true;
    };
    await waitUntil(`"${ids}" in ${ticket}`, isSo).catch((error) => {
      throw new Error(`${error} It holds ${JSON.stringify(last)}`);
    });
  };
  /** `html` takes the pane's place, and the address changes right after. */
  const show = (html: string, ticket: string) =>
    page.evaluate(
      (inner, address) => {
        (document.querySelector('#pane') as HTMLElement).innerHTML = inner;
        history.pushState({}, '', address);
      },
      html,
      `/tickets/${ticket}`,
    );
  const style = (property: 'display' | 'visibility', value: string) =>
    page.evaluate(
      (name, to) => {
        (document.querySelector('#pane') as HTMLElement).style[name] = to;
      },
      property,
      value,
    );

  const write = (html: string) =>
    page.evaluate((data) => document.querySelector<HTMLIFrameElement>('.mail')?.contentWindow?.postMessage(data, '*'), html);

  it('counts, in a tab that was open already too', () => expectIds('48213', '48213'));

  it.each([
    ['display', 'none', 'block'],
    ['visibility', 'hidden', 'visible'],
  ] as const)('counts only while it is shown: %s', async (property, hidden, shown) => {
    await style(property, hidden);
    await expectIds('', '48213');
    await style(property, shown);
    await expectIds('48213', '48213');
  });

  it('is what it shows now', async () => {
    await write('<p>Conversation ID: 2555100</p>');
    await expectIds('2555100', '48213');
    await write('<p>Conversation ID: 48213</p>');
    await expectIds('48213', '48213');
  });

  it('is heard on after another site was switched off', async () => {
    const other = desk.origin.replace('127.0.0.1', 'localhost');
    await enableSite(stage, other);
    await options.evaluate(
      (origin) => (globalThis as unknown as ExtensionApi).chrome.runtime.sendMessage({ type: 'disable-site', input: { origin } }),
      other,
    );
    await page.bringToFront();
    await write('<p>Conversation ID: 48214</p>');
    await expectIds('48214', '48213');
    await write('<p>Conversation ID: 48213</p>');
    await expectIds('48213', '48213');
  });

  it('counts no more when the frame is gone', async () => {
    await page.evaluate(() => document.querySelector('.mail')?.remove());
    await expectIds('', '48213');
  });

  it('is the new ticket’s, where its mail is drawn before the address changes', async () => {
    await show(drawMail('2555100'), '2555100');
    await expectIds('2555100', '2555100');
  });

  it('is the old ticket’s, where only the address changes, until the next mail is drawn', async () => {
    await page.evaluate(() => history.pushState({}, '', '/tickets/255762'));
    await expectIds('', '255762');
    await show(drawMail('255762'), '255762');
    await expectIds('255762', '255762');
  });

  it('counts again in a pane that was mounted all the time', async () => {
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<main id="other"><h1>No chat</h1></main>');
      (document.querySelector('#pane') as HTMLElement).style.display = 'none';
      history.pushState({}, '', '/tickets/1');
    });
    await expectIds('', '1');
    await page.evaluate(() => {
      document.querySelector('#other')?.remove();
      (document.querySelector('#pane') as HTMLElement).style.display = 'block';
      history.pushState({}, '', '/tickets/255762');
    });
    await expectIds('255762', '255762');
  });

  it('counts in a shadow root, too', async () => {
    await page.evaluate((html) => {
      const pane = document.querySelector('#pane') as HTMLElement;
      pane.innerHTML = '<div></div>';
      (pane.firstChild as HTMLElement).attachShadow({ mode: 'open' }).innerHTML = html;
      history.pushState({}, '', '/tickets/48215');
    }, drawMail('48215'));
    await expectIds('48215', '48215');
  });
});
