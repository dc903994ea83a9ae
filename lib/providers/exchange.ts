import type { ProviderId } from '../domain/ref.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { readStatusFailure } from './status-failure.ts';

/** A request as a client words it. */
export interface Ask {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What answered, its body decoded as the transfer was but not as text. */
export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

const LARGEST_BODY = 5 * 1024 * 1024;

/** Tells the deadline's abort, and that of a caller who waits no longer, from every other. */
const LATE = Symbol('deadline');

/**
 * One request and its whole answer, under the rules that hold for every provider request: no cookie, no cache, no referrer,
 * no redirect followed (a custom key header would travel with it), one deadline for headers and body, at most 5 MB decoded.
 * Fails with `timeout` (also when `signal` aborts), `too-large`, `offline`, `unreachable` (`reason: 'redirect'` where one was answered) or with what the
 * status means, its body then unread.
 */
export async function exchange(
  ask: Ask,
  access: {
    readonly provider: ProviderId;
    readonly fetch: typeof fetch;
    readonly now: () => number;
    readonly signal?: AbortSignal;
  },
  deadlineMs: number,
): Promise<Result<Answer>> {
  const { provider, fetch, now, signal } = access;
  if (signal?.aborted) {
    return fail<Failure>({ kind: 'timeout', provider });
  }
  const controller = new AbortController();
  const breakOff = () => controller.abort(LATE);
  const timer = setTimeout(breakOff, deadlineMs);
  signal?.addEventListener('abort', breakOff);
  try {
    // Called bare: a browser's own fetch refuses any other `this`.
    const response = await fetch(ask.url.href, {
      method: ask.method,
      headers: ask.headers,
      ...(ask.body === undefined ? {} : { body: ask.body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (isRedirect(response, ask.url)) {
      return fail<Failure>({ kind: 'unreachable', provider, reason: 'redirect' });
    }
    const { status } = response;
    const refused = readStatusFailure(response, provider, now());
    if (refused !== undefined) {
      return fail(refused);
    }
    const bytes = await readBody(response);
    return bytes === undefined ? fail<Failure>({ kind: 'too-large', provider, status }) : succeed({ status, bytes });
  } catch {
    return fail<Failure>({ kind: nameLoss(controller.signal), provider });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', breakOff);
    // Ends a body that was not read to its end.
    controller.abort();
  }
}

function nameLoss(signal: AbortSignal): 'timeout' | 'offline' | 'unreachable' {
  if (signal.reason === LATE) {
    return 'timeout';
  }
  // Asked only after a request has failed: a provider on this machine answers without a network.
  return globalThis.navigator?.onLine === false ? 'offline' : 'unreachable';
}

/** Browsers answer an opaque redirect without a status, Node the 3xx itself; a URL that is not the asked one is one, too. */
function isRedirect(response: Response, asked: URL): boolean {
  const isAnswered = response.type === 'opaqueredirect' || response.redirected || (response.status >= 300 && response.status < 400);
  if (isAnswered || response.url === '') {
    return isAnswered;
  }
  const answering = new URL(response.url);
  return answering.origin !== asked.origin || answering.pathname !== asked.pathname;
}

/** The decoded body, undefined where it is too large. Counted as it streams: `Content-Length` may lie or be compressed. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    size += value.byteLength;
    if (size > LARGEST_BODY) {
      return undefined;
    }
    chunks.push(value);
  }
  return join(chunks, size);
}

/** Not by a `Blob`, which the browser keeps in another process: to ask for it costs some ms. */
function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) {
    return first;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
