import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostilePage {
  readonly name: string;
  readonly body: string;
  /** The only ids that may ever be taken. */
  readonly ids: readonly string[];
  /** The text goes on for as long as somebody listens. */
  readonly isEndless?: boolean;
}

const ID_LINE = '<p>Conversation ID: 254626</p>';
const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** Builds a field and removes it, 100 times a second, with another number each time. */
const RESTLESS = `<div id="form"></div><script>
  let turn = 0;
  setInterval(() => {
    turn += 1;
    const form = document.querySelector('#form');
    form.innerHTML = turn % 2 ? '<label for="f">Order number</label><input id="f" value="' + (900000 + turn) + '"><label>Conversation ID</label><input>' : '';
  }, 10);
</script>`;

/** What an agent's page may hold at its worst. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  { name: 'ten-thousand-numbers', ids: ['254626'], body: ID_LINE + repeat(10_000, (n) => `<p>${300_000 + n * 7}</p>`) },
  {
    name: 'five-megabytes',
    ids: ['254626'],
    body: `${ID_LINE}<pre>${repeat(70_000, (n) => `${n} conversation order ${700_000 + n}; id of the parcel ${n}, Tel: 22334455, nothing more in line\n`)}</pre>`,
  },
  { name: 'one-long-word', ids: ['254626'], body: `${ID_LINE}<p>Conversation ID: ${'9'.repeat(1_000_000)}</p>` },
  // The cut number stands at the end of what has come so far, all the time.
  { name: 'text-without-end', ids: ['254626'], isEndless: true, body: `${ID_LINE}<p>Conversation ID: 9988` },
  { name: 'restless-fields', ids: ['254626'], body: ID_LINE + RESTLESS },
  {
    name: 'forty-digits',
    ids: [],
    body: `<p>Conversation ID: ${'1234567890'.repeat(4)}</p><p>Conversation ID ${'0'.repeat(40)}</p>`,
  },
  { name: 'full-width-digits', ids: ['254626'], body: '<p>Conversation ID: ２５４６２６</p>' },
  { name: 'arabic-digits', ids: ['254626'], body: '<p>Conversation ID: ٢٥٤٦٢٦</p>' },
  { name: 'zero-width-characters', ids: ['254626'], body: '<p>Conversation ID: 25\u200b46\u200d26</p>' },
];

/** Beats for as long as the page is alive; nothing of it is drawn. */
const HEART = '<script>globalThis.beats = 0; setInterval(() => { globalThis.beats += 1; }, 20);</script>';

function drawPage({ body }: HostilePage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title>${HEART}</head><body><main>${body}`;
}

function writeForever(response: ServerResponse): void {
  let line = 0;
  const timer = setInterval(() => {
    line += 1;
    response.write(`77</p><p>Order ${800_000 + line}, and so on and on.</p><p>Conversation ID: 9988`);
  }, 20);
  response.once('close', () => clearInterval(timer));
}

export interface HostileSite {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves each page as ticket 77 of a helpdesk: `/tickets/77?<name>`. */
export async function serveHostilePages(): Promise<HostileSite> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').split('?')[1] ?? '';
    const page = HOSTILE_PAGES.find((one) => one.name === name);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!page?.isEndless) return void response.end(page ? drawPage(page) : '');
    response.write(drawPage(page));
    writeForever(response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
