import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderId } from '../../../lib/domain/ref.ts';

/** A helpdesk whose tickets change without a page load. */
export interface Desk {
  readonly origin: string;
  /** Address of a ticket; its conversation's id is `idOf(number)`, of MAAX AI where no other chat system is named. */
  readonly ticketUrl: (ticket: number, provider?: ProviderId) => string;
  readonly idOf: (ticket: number) => string;
  readonly close: () => Promise<void>;
}

const FIRST_ID = 800_000;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title></head><body><main></main><script>
  const show = () => {
    const ticket = Number(location.pathname.split('/').at(-1));
    const name = location.search === '?socialboards' ? 'SocialBoards' : 'MAAX AI';
    document.querySelector('main').innerHTML = '<h1>Ticket ' + ticket + '</h1><p>' + name + ' conversation_id: ' + (${FIRST_ID} + ticket) + '</p>';
  };
  globalThis.go = (ticket) => { history.pushState(null, '', '/tickets/' + ticket + location.search); show(); };
  show();
</script></body></html>`;

export async function serveDesk(): Promise<Desk> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    ticketUrl: (ticket, provider = 'maax') => `${origin}/tickets/${ticket}${provider === 'maax' ? '' : `?${provider}`}`,
    idOf: (ticket) => String(FIRST_ID + ticket),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs in the desk's page. */
export function showTicket(ticket: number): void {
  (globalThis as unknown as { go(ticket: number): void }).go(ticket);
}
