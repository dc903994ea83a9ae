import { fail, type Result, succeed } from './result.ts';

/** Hosts that are likely a company's own network's, by their names or numbers; elsewhere plain http would show every ticket to the network. */
const PRIVATE_HOST =
  /^(?:localhost|[^.]+|.+\.(?:local|localdomain|lan|intern|internal|intra|intranet|corp|private|home|home\.arpa|test|localhost)|(?:.+\.)?(?:lan|intern|internal|intra|intranet|corp)\.[^.]+\.[^.]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[(?:::1|f[cd][\da-f:]+)\])$/;

/** Hosts whose traffic stays on the agent's own machine. */
const LOOPBACK_HOST = /^(?:localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/;

export type SiteProblem = 'invalid' | 'insecure';

/**
 * The origin of a helpdesk's address, as an agent types or pastes it: with or without scheme, with any path.
 * Plain http is taken on a private network only; a port of its own is a sign of one.
 */
export function parseSite(text: string): Result<string, SiteProblem> {
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isWeb || /\s/.test(typed) || typed === '') return fail('invalid');
  const isFit = url.protocol === 'https:' || url.port !== '' || PRIVATE_HOST.test(url.hostname);
  return isFit ? succeed(url.origin) : fail('insecure');
}

/** Where an address in use leads to, rather than to a helpdesk as a whole. */
const PAGE = /\d|[.:]|^(?:app|agent|agents|dashboard|desk|home|inbox|login|mail|tickets?|conversations?|views?|support|admin)$/i;

/**
 * The part of its origin that a typed address means: a folder, as `/rt/`. An address that was copied while a page was open means the
 * helpdesk around it: undefined.
 */
export function readPart(text: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);
  if (!url || url.pathname === '/' || url.search || url.hash) return undefined;
  const steps = url.pathname.split('/').filter(Boolean);
  if (url.pathname.endsWith('/')) return `/${steps.join('/')}/`;
  return steps.length === 1 && !PAGE.test(steps[0] ?? '') ? `/${steps[0]}/` : undefined;
}

/** Whether everyone on the network can read what a site shows: plain http that leaves the agent's own machine. */
export function isUnencrypted(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !LOOPBACK_HOST.test(hostname);
}
