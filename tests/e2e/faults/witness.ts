import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server to which nothing may ever be sent. */
export interface Witness {
  readonly origin: string;
  /** What came, as `GET /path`. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

/** Listens under another name of this machine than the emulator has: another origin, and another host. */
export async function startWitness(): Promise<Witness> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end('{}');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
