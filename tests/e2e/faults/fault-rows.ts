import type { RuleResponse } from '../../../demo/emulator/rules.ts';
import type { ProviderId } from '../../../lib/domain/ref.ts';
import type { FailureKind } from '../../../lib/domain/result.ts';
import { rightAnswer } from './right-answer.ts';

/** What a row may build its answer from. */
export interface RowContext {
  readonly provider: ProviderId;
  readonly id: string;
  /** Path of the look-up, as it was asked. */
  readonly path: string;
  /** Another origin, granted as well: what comes there would be a key in the wrong hands. */
  readonly elsewhere: string;
}

/** What an agent is told, and what mends it. */
export interface Told {
  readonly kind: FailureKind;
  readonly says: RegExp;
  readonly action: 'Try again' | 'Open settings' | 'Check the id';
  /** Nothing of the answer may be shown. */
  readonly isPrivate?: boolean;
}

export interface FaultRow {
  readonly name: string;
  /** Default: both. */
  readonly only?: ProviderId;
  readonly respond: (context: RowContext) => RuleResponse;
  /** `ready`: it is no fault. */
  readonly told: Told | 'ready';
  /** Requests that are made, from and to. Default: one. */
  readonly requests?: readonly [number, number];
  /** A row that takes the whole deadline. */
  readonly isLong?: boolean;
}

const BAD_ID: Told = { kind: 'bad-id', says: /no conversation under this id/, action: 'Check the id' };
const REJECTED: Told = { kind: 'key-rejected', says: /did not accept the key/, action: 'Open settings' };
const FORBIDDEN: Told = { kind: 'forbidden', says: /does not let it read/, action: 'Open settings' };
const MISSING: Told = { kind: 'not-found', says: /has no conversation with this id/, action: 'Check the id' };
const LIMITED: Told = { kind: 'rate-limited', says: /asks for a pause/, action: 'Try again' };
const DOWN: Told = { kind: 'provider-down', says: /trouble of its own/, action: 'Try again' };
export const REDIRECTED: Told = { kind: 'unreachable', says: /never follows: check the base URL/, action: 'Open settings' };
export const UNREACHABLE: Told = { kind: 'unreachable', says: /could not be reached/, action: 'Try again' };
const LATE: Told = { kind: 'timeout', says: /did not answer in time/, action: 'Try again' };
const TOO_LARGE: Told = { kind: 'too-large', says: /larger than Backscroll reads/, action: 'Try again' };
const WEB_PAGE: Told = { kind: 'unexpected-answer', says: /a web page instead of data/, action: 'Open settings' };
const NOT_JSON: Told = { kind: 'unexpected-answer', says: /data that cannot be read/, action: 'Try again' };
const NO_CONVERSATION: Told = { kind: 'unexpected-answer', says: /something that is no conversation/, action: 'Try again' };
const OTHER: Told = {
  kind: 'unexpected-answer',
  says: /another conversation, so nothing of it/,
  action: 'Try again',
  isPrivate: true,
};
const UNKNOWN_ERROR: Told = { kind: 'unexpected-answer', says: /error that Backscroll does not know/, action: 'Try again' };

const MB = 1024 * 1024;
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PORTAL = '<!doctype html><title>Wi-Fi</title><form><input name="room"><button>Connect</button></form>';

const right = ({ provider, id }: RowContext) => JSON.stringify(rightAnswer(provider, id));
const nest = (depth: number): unknown => (depth === 0 ? 'deep' : { in: [nest(depth - 1)] });

const status = (code: number, told: Told, more: Partial<FaultRow> = {}): FaultRow => ({
  name: `status ${code}`,
  respond: () => ({ status: code, body: { detail: 'No.' } }),
  told,
  ...more,
});

const redirect = (code: number, where: string, find: (context: RowContext) => string): FaultRow => ({
  name: `redirect ${code} to ${where}`,
  respond: (context) => ({ status: code, headers: { location: find(context) } }),
  told: REDIRECTED,
});

/** Seconds, a date, none, and what is none of these; `Retry-After` is read to the second by its own unit test. */
export const RETRY_AFTER: Readonly<Record<string, { readonly header: () => string; readonly seconds: number }>> = {
  seconds: { header: () => '40', seconds: 40 },
  'a date': { header: () => new Date(Date.now() + 90_000).toUTCString(), seconds: 90 },
  'a date in the past': { header: () => 'Tue, 01 Sep 2020 00:00:00 GMT', seconds: 5 },
  nothing: { header: () => '', seconds: 5 },
  'a negative number': { header: () => '-30', seconds: 5 },
  'thirty years': { header: () => '1000000000', seconds: 3_600 },
  nonsense: { header: () => 'soon; maybe', seconds: 5 },
};

/** What a chat system, or whatever stands in its place, may do to a request; each row is a whole look-up in a real browser. */
export const FAULT_ROWS: readonly FaultRow[] = [
  status(400, BAD_ID),
  status(401, REJECTED, { only: 'maax' }),
  // A token that is not new may have ended early: one other is tried.
  status(401, REJECTED, { only: 'socialboards', requests: [1, 2] }),
  status(403, FORBIDDEN),
  status(404, MISSING),
  status(408, NO_CONVERSATION),
  ...[500, 503, 504].map((code) => status(code, DOWN, { requests: [3, 3] })),
  { name: 'status 502 with a page', respond: () => ({ status: 502, headers: HTML, body: PORTAL }), told: DOWN, requests: [3, 3] },
  ...Object.entries(RETRY_AFTER).map(
    ([form, { header }]): FaultRow => ({
      name: `status 429, Retry-After: ${form}`,
      respond: () => ({ status: 429, headers: { 'retry-after': header() }, body: {} }),
      told: LIMITED,
    }),
  ),
  ...[301, 302, 303, 307, 308].flatMap((code) => [
    redirect(code, 'another path', ({ id }) => `/stolen/${id}`),
    redirect(code, 'another origin', ({ elsewhere, id }) => `${elsewhere}/stolen/${id}`),
    redirect(code, 'itself', ({ path }) => path),
  ]),
  { name: 'captive portal', respond: () => ({ status: 200, headers: HTML, body: PORTAL }), told: WEB_PAGE },
  { name: 'JSON that breaks off', respond: (context) => ({ body: right(context).slice(0, -20) }), told: NOT_JSON },
  { name: 'empty answer', respond: () => ({ status: 200, body: '' }), told: NOT_JSON },
  { name: 'status 204', respond: () => ({ status: 204, headers: { 'content-type': '' } }), told: NOT_JSON },
  {
    name: 'bytes that are no UTF-8',
    respond: () => ({ body: '{"messages":[{"role":"user","content":"\u00ff\u00fe"}]}', encoding: 'latin1' }),
    told: NOT_JSON,
  },
  { name: 'UTF-16', respond: (context) => ({ body: `\ufeff${right(context)}`, encoding: 'utf16le' }), told: NOT_JSON },
  { name: 'a byte order mark', respond: (context) => ({ body: `\ufeff${right(context)}` }), told: 'ready' },
  { name: 'wrong content type', respond: (context) => ({ headers: HTML, body: right(context) }), told: 'ready' },
  { name: 'no content type', respond: (context) => ({ headers: { 'content-type': '' }, body: right(context) }), told: 'ready' },
  { name: 'error with status 200', only: 'maax', respond: () => ({ body: { detail: 'Odd.' } }), told: NO_CONVERSATION },
  {
    name: 'error envelope of unknown meaning',
    only: 'socialboards',
    respond: () => ({ body: { data: null, errorCode: 17, errorText: 'Odd' } }),
    told: UNKNOWN_ERROR,
  },
  {
    name: 'error envelope: not found',
    only: 'socialboards',
    respond: () => ({ body: { data: null, errorCode: 4, errorText: 'The conversation is not found' } }),
    told: MISSING,
  },
  {
    name: 'another conversation that breaks off',
    respond: ({ provider }) => ({ body: JSON.stringify(rightAnswer(provider, '31337')).slice(0, -20) }),
    told: { ...NOT_JSON, isPrivate: true },
  },
  { name: 'another conversation', respond: ({ provider }) => ({ body: rightAnswer(provider, '31337') }), told: OTHER },
  { name: '100 levels of nesting', respond: () => ({ body: nest(100) }), told: NO_CONVERSATION },
  {
    name: '50 MB, announced',
    respond: () => ({ bodySize: 50 * MB, headers: { 'content-length': String(50 * MB) } }),
    told: TOO_LARGE,
  },
  { name: '50 MB, not announced', respond: () => ({ bodySize: 50 * MB }), told: TOO_LARGE },
  { name: 'gzip bomb', respond: () => ({ bodySize: 50 * MB, gzip: true }), told: TOO_LARGE },
  { name: 'cut before the answer', respond: () => ({ reset: true }), told: UNREACHABLE, requests: [3, 3] },
  {
    name: 'cut in the middle of the answer',
    respond: (context) => ({ status: 200, body: right(context).slice(0, 30), reset: true }),
    told: UNREACHABLE,
    requests: [3, 3],
  },
  { name: 'no answer at all', respond: () => ({ hang: true }), told: LATE, isLong: true },
  { name: 'headers, then nothing', respond: () => ({ status: 200, body: '{"mess', hang: true }), told: LATE, isLong: true },
  { name: 'a byte a second', respond: (context) => ({ body: right(context), dripMs: 1_000 }), told: LATE, isLong: true },
  { name: 'an answer after 18 s', respond: () => ({ delayMs: 18_000 }), told: 'ready', isLong: true },
];
