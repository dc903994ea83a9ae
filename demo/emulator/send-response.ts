import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { EmulatedAnswer } from './http.ts';
import type { RuleResponse } from './rules.ts';

export function sendAnswer(response: ServerResponse, { status, headers, body }: EmulatedAnswer): void {
  response.writeHead(status, headers).end(body);
}

/** Answers as a rule says, faults included. */
export async function sendFault(response: ServerResponse, fault: RuleResponse): Promise<void> {
  if (fault.status === undefined && (fault.hang || fault.reset)) {
    if (fault.reset) {
      response.destroy();
    }
    return;
  }
  const body = readBody(fault);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(fault.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...(fault.reset ? { 'content-length': String(body.length + 100) } : {}),
    ...fault.headers,
  };
  response.writeHead(fault.status ?? 200, Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')));
  response.flushHeaders();
  await sendBody(response, body, fault.dripMs);
  if (fault.reset) {
    // Lets what was written leave first.
    await pause(20);
    response.destroy();
  } else if (!fault.hang) {
    response.end();
  }
}

function readBody({ body, bodySize, encoding, gzip }: RuleResponse): Buffer {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = bodySize === undefined ? Buffer.from(text, encoding) : Buffer.alloc(bodySize, ' ');
  return gzip ? gzipSync(bytes) : bytes;
}

const PIECE = 64 * 1024;

async function sendBody(response: ServerResponse, body: Buffer, dripMs: number | undefined): Promise<void> {
  if (dripMs === undefined) {
    return sendPieces(response, body);
  }
  for (const byte of body) {
    if (response.destroyed) {
      return;
    }
    response.write(Buffer.of(byte));
    await pause(dripMs);
  }
}

/** No faster than it is read: a caller that has had enough is sent no more. */
async function sendPieces(response: ServerResponse, body: Buffer): Promise<void> {
  const closed = once(response, 'close');
  for (let from = 0; from < body.length && !response.destroyed; from += PIECE) {
    if (!response.write(body.subarray(from, from + PIECE))) {
      const sent = new AbortController();
      await Promise.race([once(response, 'drain', { signal: sent.signal }), closed]);
      sent.abort();
    }
  }
}
