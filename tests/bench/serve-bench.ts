import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BenchServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A ticket of `nodes` elements or so, with the id of its conversation in the first mail. */
function drawTicket(id: string, nodes: number): string {
  const mails = Array.from(
    { length: Math.ceil(nodes / 5) },
    (_, index) => `<article><h3>Mail ${index}</h3><p>Text <b>of</b> <i>it</i></p></article>`,
  );
  return `<!doctype html><title>Ticket</title><main><h1>Ticket</h1><p>SocialBoards conversation ID: ${id}</p>${mails.join('')}</main>`;
}

/** The least a page can do: fetch, parse, write text; then say when the first message was painted. */
function drawBare(place: string): string {
  return `<!doctype html><title>Bare</title><main></main><script>
    fetch('/conversations/${place}').then((answer) => answer.text()).then((text) => {
      for (const { message } of JSON.parse(text).data.messages) {
        const line = document.createElement('p');
        line.textContent = message;
        document.querySelector('main').append(line);
      }
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { document.documentElement.dataset.painted = performance.now(); };
        channel.port2.postMessage(null);
      });
    });
  </script>`;
}

/**
 * Tickets, bare pages and the same conversations as JSON, on loopback. `read` gives a conversation's answer. The address names the
 * ticket by the id's place in `ids`: a number that is also the ticket's own would rightly be refused.
 */
export async function serveBench(
  ids: readonly string[],
  read: (id: string) => string | Promise<string>,
  nodes = 100,
): Promise<BenchServer> {
  const server = createServer(async (request, response) => {
    const [, kind, place = ''] = (request.url ?? '').split('/');
    const id = ids[Number(place)] ?? '';
    const isJson = kind === 'conversations';
    response.setHeader('content-type', isJson ? 'application/json' : 'text/html; charset=utf-8');
    response.end(isJson ? await read(id) : kind === 'bare' ? drawBare(place) : drawTicket(id, nodes));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
