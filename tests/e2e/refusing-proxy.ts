import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The browsers' own makers, whom they call whether or not a page asks for anything. */
const OWN_HOSTS =
  /(?:^|\.)(?:google|googleapis|gstatic|googleusercontent|gvt1|gvt2|microsoft|msn|mozilla|firefox|mozgcp|mozaws)\.(?:com|net|org)$/;

export interface RefusingProxy {
  readonly port: number;
  /** Hosts beyond this machine that somebody wanted to reach. */
  readonly listHosts: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Stands between a browser and the world: notes every host that is asked for, and lets nothing through. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const hosts = new Set<string>();
  const sockets = new Set<Socket>();
  const note = (host: string): void => {
    // Chrome looks whether hosts of one random word are answered.
    if (host.includes('.') && !OWN_HOSTS.test(host)) hosts.add(host);
  };
  const server = createServer((request, response) => {
    note(URL.parse(request.url ?? '')?.hostname ?? String(request.url));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note((request.url ?? '').replace(/:\d+$/, ''));
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    listHosts: () => [...hosts],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
