import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a ticket's number stands, and the words of that place's own beside it. */
export const PLACES = {
  'the page': 'Handed over as',
  'a frame of the page’s own': 'Passed on as',
  'a srcdoc frame': 'Came in as',
  'a sandboxed frame': 'Filed under',
  'a frame of another site': 'Kept under',
} as const;

export type PlaceName = keyof typeof PLACES;

export interface FramedDesk {
  /** The desk, and the site that some of its frames are of. */
  readonly origin: string;
  readonly frameOrigin: string;
  readonly ticketUrl: (ticket: number, what: PlaceName | 'a foreign frame' | 'a list' | 'keys' | 'two frames') => string;
  readonly close: () => Promise<void>;
}

/** Notes what comes through to the page: its own handlers, and where the pointer is. */
const WATCH = `<script>
  const root = document.documentElement;
  root.dataset.clicks = '';
  document.addEventListener('click', () => { root.dataset.clicks += 'x'; });
  addEventListener('pointermove', () => { root.dataset.pointed = 'yes'; }, true);
</script>`;

function drawPart(words: string, id: string): string {
  // The number is a link, so that a click that came through would show.
  return `<dl><dt>${words}</dt><dd><a id="ref" href="/left?n=${id}">${id}</a></dd></dl>${WATCH}`;
}

/** Its number, and the id that it shows. */
interface Ticket {
  readonly ticket: string;
  readonly id: string;
}

/** The origins of frames: of a site that is enabled, and of one that nobody enabled. */
interface FrameOrigins {
  readonly known: string;
  readonly foreign: string;
}

function drawFrame(name: string, words: string, { id, ticket }: Ticket, { known, foreign }: FrameOrigins): string {
  const quoted = drawPart(words, id).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const address = `/part?words=${encodeURIComponent(words)}&amp;ticket=${ticket}`;
  const sources: Readonly<Record<string, string>> = {
    'a frame of the page’s own': `src="${address}"`,
    'a srcdoc frame': `srcdoc="${quoted}"`,
    'a sandboxed frame': `sandbox="allow-scripts" srcdoc="${quoted}"`,
    'a frame of another site': `src="${known}${address}"`,
    'a foreign frame': `src="${foreign}${address}"`,
  };
  return `<iframe ${sources[name]} width="400" height="160"></iframe>${WATCH}`;
}

/** Ids that need no teaching, in frames that only a script of their own can read: the ticket's, and ticket 8's in a frame of another site. */
function drawTwo(ticket: Ticket, origins: FrameOrigins): string {
  const draw = (name: string, one: Ticket) => drawFrame(name, 'SocialBoards conversation ID', one, origins);
  return draw('a sandboxed frame', ticket) + draw('a frame of another site', { ...ticket, ticket: '8' });
}

function drawTicket(name: string, ticket: Ticket, origins: FrameOrigins): string {
  const { id } = ticket;
  const words = PLACES[name as PlaceName] ?? 'Left as';
  const rows = `<p>Left as: <span id="ref">${id}</span></p><p>Left as: 4478963</p>${WATCH}`;
  const parts: Readonly<Record<string, string>> = { 'the page': drawPart(words, id), keys: drawPart(words, id), 'a list': rows };
  const part = name === 'two frames' ? drawTwo(ticket, origins) : (parts[name] ?? drawFrame(name, words, ticket, origins));
  return `<!doctype html><title>Ticket</title><main><h1>Broken zip</h1><p>Order no 778812, paid 2025.</p>${part}</main>`;
}

async function listen(respond: (url: URL) => string) {
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(respond(new URL(url, 'http://desk.test')));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

function drawPartPage({ searchParams }: URL, ids: Readonly<Record<string, string>>): string {
  return `<!doctype html>${drawPart(searchParams.get('words') ?? '', ids[searchParams.get('ticket') ?? ''] ?? '')}`;
}

/** A desk that shows a ticket's id in frames of every kind. */
export async function serveFramedDesk(ids: Readonly<Record<string, string>>): Promise<FramedDesk> {
  const foreign = await listen((url) => drawPartPage(url, ids));
  const desk = await listen((url) => {
    const origins = { known: `http://localhost:${desk.port}`, foreign: `http://localhost:${foreign.port}` };
    const ticket = url.pathname.split('/').at(-1) ?? '';
    return url.pathname === '/part'
      ? drawPartPage(url, ids)
      : drawTicket(url.searchParams.get('part') ?? '', { ticket, id: ids[ticket] ?? '' }, origins);
  });
  const origin = `http://127.0.0.1:${desk.port}`;
  return {
    origin,
    frameOrigin: `http://localhost:${desk.port}`,
    ticketUrl: (ticket, what) => `${origin}/tickets/${ticket}?part=${encodeURIComponent(what)}`,
    close: async () => {
      await Promise.all([desk.close(), foreign.close()]);
    },
  };
}
