import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ref } from '../../lib/domain/ref.ts';

export interface DeskOfLinks {
  readonly origin: string;
  /** One ticket with a link to each of these conversations, in this order. */
  readonly ticketUrl: (refs: readonly Ref[]) => string;
  /** Everything that browsers sent here: first line, headers and body of each request. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

const LINKS = {
  maax: (id: string) => `https://app.maax.ai/conversations/${id}`,
  socialboards: (id: string) => `https://inbox.socialboards.com/shop/tickets?ticketId=${id}`,
};

function drawTicket(names: string): string {
  const links = names.split(',').map((name) => {
    const [provider = '', id = ''] = name.split('-');
    return `<p><a href="${LINKS[provider as keyof typeof LINKS](id)}">Open the chat</a></p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Help</title><main><h1>Help</h1>${links.join('')}</main>`;
}

/** A helpdesk whose tickets hold whatever conversations a test wants. */
export async function serveDeskOfLinks(): Promise<DeskOfLinks> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}`);
    request.on('data', (chunk: Buffer) => requests.push(chunk.toString('latin1')));
    const names = (request.url ?? '').split('?')[1];
    response.setHeader('content-type', 'text/html; charset=utf-8').end(names ? drawTicket(names) : '');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests,
    ticketUrl: (refs) => `${origin}/tickets/77?${refs.map(({ provider, id }) => `${provider}-${id}`).join()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
