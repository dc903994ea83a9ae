import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Points of the background's work at which it can be held. */
export type GatePoint = 'before-fetch' | 'after-answer' | 'before-settings';

/** Holds a background at a point of its work, so that it can be ended exactly there. */
export interface Gate {
  /** Puts the points into a copied build. */
  readonly prepare: (extensionDir: string) => void;
  /** The next to come to this point waits there. Answers with what resolves when one has come; everybody else passes. */
  readonly hold: (point: GatePoint) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startGate(): Promise<Gate> {
  const held = new Map<string, () => void>();
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const point = (request.url ?? '').slice(1);
    const arrive = held.get(point);
    if (arrive === undefined) return void response.end('pass');
    held.delete(point);
    waiting.push(response);
    arrive();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    prepare(extensionDir) {
      const path = join(extensionDir, 'background.js');
      writeFileSync(path, writePoints(url) + readFileSync(path, 'utf8'));
    },
    hold: (point) => new Promise((resolve) => held.set(point, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs in the background before all else: the browser's own functions, each with a stop before or after it. */
function writePoints(url: string): string {
  return `(() => {
    const ask = globalThis.fetch.bind(globalThis);
    const pass = (point) => ask('${url}' + point).then((answer) => answer.text());
    globalThis.fetch = async (input, init) => {
      await pass('before-fetch');
      const answer = await ask(input, init);
      await pass('after-answer');
      return answer;
    };
    for (const api of [globalThis.browser, globalThis.chrome]) {
      const local = api?.storage?.local;
      if (!local) continue;
      const set = local.set.bind(local);
      local.set = async (values) => {
        if ('providers' in values) await pass('before-settings');
        return set(values);
      };
    }
  })();
`;
}
