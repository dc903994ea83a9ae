import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface TlsServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What the server shows to prove who it is; nobody whom a browser trusts has signed it. */
export interface Certificate {
  /** The host it is made out to. Default: localhost. */
  readonly host?: string;
  /** Default: a year from now. */
  readonly endsAt?: Date;
}

/** Serves over TLS on loopback, under any host name that a browser is told to find here. */
export async function startTlsListener(listener: RequestListener, certificate: Certificate = {}): Promise<TlsServer> {
  const { host = 'localhost', endsAt } = certificate;
  const period = endsAt && { notBeforeDate: new Date(endsAt.getTime() - 86_400_000), notAfterDate: endsAt };
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], period);
  const server = createServer({ key, cert }, listener);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves `respond(path)` as HTML over TLS on loopback, under any host name that a browser is told to find here. */
export function startTlsServer(respond: (path: string) => string): Promise<TlsServer> {
  return startTlsListener((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(respond(request.url ?? '/'));
  });
}
