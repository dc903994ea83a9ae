import type { DraftProblem } from '../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../domain/result.ts';

type UrlProblem = Extract<DraftProblem['problem'], `url-${string}`>;

const LONGEST_URL = 2048;

/** Scheme, two slashes and a host, without anything that `new URL` would quietly drop, fold or turn round. */
const PLAIN_URL = /^(https?):\/\/([^/\\?#\s]+)(\/[^\\?#\s]*)?$/i;

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Whether a host, as `URL.hostname` gives it, is this machine: the only one that may be asked over plain http. Its other names
 * (`[::1]`, the rest of 127/8) cannot be told to a Content-Security-Policy, which would block them.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

/**
 * An address that a path is appended to: https anywhere, http on loopback, any port.
 * Answers the whole URL with exactly one slash at its end, its host as the browser will call it (look-alikes in punycode).
 */
export function parseBaseUrl(text: string): Result<string, UrlProblem> {
  const url = parseUrl(text);
  return url.ok ? succeed(`${url.value}/`) : url;
}

/** An address that is called as it stands. The same rules as for a base URL; answered without a slash at its end. */
export function parseEndpointUrl(text: string): Result<string, UrlProblem> {
  return parseUrl(text);
}

function parseUrl(text: string): Result<string, UrlProblem> {
  const trimmed = text.trim();
  const parts = PLAIN_URL.exec(trimmed);
  const authority = parts?.[2];
  if (trimmed.length > LONGEST_URL || authority === undefined || !URL.canParse(trimmed)) {
    return fail('url-invalid');
  }
  const url = new URL(trimmed);
  if (authority.includes('@')) {
    return fail('url-credentials');
  }
  if (isDisguisedAddress(authority, url)) {
    return fail('url-invalid');
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    return fail('url-insecure');
  }
  return succeed(url.href.replace(/\/+$/, ''));
}

/** `https://2130706433/` is 127.0.0.1: an IPv4 address must be written as one. */
function isDisguisedAddress(authority: string, url: URL): boolean {
  return IPV4.test(url.hostname) && authority.replace(/:\d*$/, '') !== url.hostname;
}
