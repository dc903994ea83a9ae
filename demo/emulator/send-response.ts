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
  response.writeHead(fault.status ?? 200, {
    'content-type': 'application/json; charset=utf-8',
    ...(fault.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...(fault.reset ? { 'content-length': String(body.length + 100) } : {}),
    ...fault.headers,
  });
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

function readBody({ body, bodySize, gzip }: RuleResponse): Buffer {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = bodySize === undefined ? Buffer.from(text) : Buffer.alloc(bodySize, ' ');
  return gzip ? gzipSync(bytes) : bytes;
}

async function sendBody(response: ServerResponse, body: Buffer, dripMs: number | undefined): Promise<void> {
  if (dripMs === undefined) {
    response.write(body);
    return;
  }
  for (const byte of body) {
    if (response.destroyed) {
      return;
    }
    response.write(Buffer.of(byte));
    await pause(dripMs);
  }
}
