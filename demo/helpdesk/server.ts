import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { TICKETS } from './tickets.ts';

export interface HelpdeskOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Content-Security-Policy of the page. Default: none. */
  readonly policy?: string;
}

export interface Helpdesk {
  /** Origin, without a last slash. */
  readonly url: string;
  readonly ticketUrl: (ticket: number) => string;
  readonly close: () => Promise<void>;
}

/** The mails come later than the ticket, as in real helpdesks. */
const LATE_MS = 150;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Harbor Desk, a small ticket app on loopback. */
export async function startHelpdesk({ port = 0, policy }: HelpdeskOptions = {}): Promise<Helpdesk> {
  const server = createServer((request, response) => {
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    ticketUrl: (ticket) => `${url}/tickets/${ticket}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(pathname: string, response: ServerResponse): Promise<void> {
  if (pathname === '/') return redirect(response, `/tickets/${TICKETS[0]?.number}`);
  if (pathname === '/api/tickets')
    return sendJson(
      response,
      TICKETS.map(({ mails, ...ticket }) => ticket),
    );
  const mails = /^\/api\/tickets\/(\d{4})\/mails$/.exec(pathname);
  if (mails) return answerMails(Number(mails[1]), response);
  const file = /^\/app\/([a-z-]+\.(?:js|css|svg))$/.exec(pathname)?.[1];
  if (file !== undefined) return sendFile(response, file);
  if (/^\/tickets\/\d{4}$/.test(pathname)) return sendFile(response, 'index.html');
  response.writeHead(404).end();
}

async function answerMails(number: number, response: ServerResponse): Promise<void> {
  const ticket = TICKETS.find((candidate) => candidate.number === number);
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  if (ticket) sendJson(response, ticket.mails);
  else response.writeHead(404).end();
}

async function sendFile(response: ServerResponse, file: string): Promise<void> {
  const body = await readFile(new URL(`app/${file}`, import.meta.url));
  response.writeHead(200, { 'content-type': TYPES[extname(file)], 'cache-control': 'no-store' }).end(body);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

if (import.meta.main) {
  const helpdesk = await startHelpdesk({ port: Number(process.argv[2] ?? 0) });
  console.log(`Harbor Desk: ${helpdesk.url}`);
}
