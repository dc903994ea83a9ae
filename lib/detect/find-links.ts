import type { ProviderId } from '../domain/ref.ts';

/** An id in an address of a chat system. */
export interface FoundLink {
  readonly id: string;
  readonly provider: ProviderId;
  /** The parameter or path that carries the id, for "Why this id?". */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

interface LinkPattern {
  readonly provider: ProviderId;
  readonly label: string;
  readonly pattern: RegExp;
}

/** A host begins after a scheme, a quote or a space, never inside another name; what follows belongs to the same address. */
const HOST = '(?<![\\w.@-])(?:[\\w-]{1,63}\\.)?';
const ADDRESS = '[^\\s"\'<>\\ue001\\ue002]{0,300}?';
/** The id is the whole parameter or path segment; dots that cut it short are no end. */
const ID = '(?<id>\\d{1,40})(?!(?!__;)\\ue001*[\\w%…-]|\\.{2}|\\.\\d)';

/** JSON escapes slashes and ampersands, as it likes. */
const SLASH = '\\\\?/';
const PARAMETER = '(?:[?&;#]|u0026)';

function toPattern(host: string, place: string): RegExp {
  return new RegExp(`${HOST}${host}(?::\\d{1,5})?${SLASH}${ADDRESS}${place}${ID}`, 'gi');
}

/** Addresses that carry a conversation id, as last known in 2026-11. */
const PATTERNS: readonly LinkPattern[] = [
  { provider: 'socialboards', label: 'ticketId', pattern: toPattern('socialboards\\.com', `${PARAMETER}ticketId=`) },
  { provider: 'socialboards', label: 'conversationId', pattern: toPattern('socialboards\\.com', `${PARAMETER}conversation_?Id=`) },
  { provider: 'socialboards', label: '/conversations/', pattern: toPattern('socialboards\\.com', `(?<=/)conversations${SLASH}`) },
  { provider: 'maax', label: '/conversations/', pattern: toPattern('ma{1,2}x\\.ai', `(?<=/)conversations?${SLASH}`) },
  { provider: 'maax', label: 'conversation_id', pattern: toPattern('ma{1,2}x\\.ai', `${PARAMETER}conversation_?id=`) },
];
const HOSTS = /socialboards\.com|ma{1,2}x\.ai/;
const MAX_LINKS = 100;

/** Whether a text can hold such an address at all. */
export function mayHoldLink(text: string): boolean {
  return HOSTS.test(text.toLowerCase());
}

/** All ids in addresses of chat systems that `text` holds. */
export function findLinks(text: string): readonly FoundLink[] {
  if (!mayHoldLink(text)) return [];
  const found: FoundLink[] = [];
  for (const { provider, label, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const id = match.groups?.id ?? '';
      const end = match.index + match[0].length;
      found.push({ id, provider, label, start: end - id.length, end });
      if (found.length === MAX_LINKS) return found;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Undoes the percent-encoding of an address that stands inside another one, as mail scanners and redirects wrap it. */
export function unwrapAddress(address: string): string {
  // Proofpoint's older form has an alphabet of its own: "https-3A__host_path-3Fid-3D1".
  const isOld = /urldefense\.proofpoint\.com\/v2\//i.test(address);
  let current = isOld ? address.replace(/-([0-9A-F]{2})/g, '%$1').replace(/_/g, '/') : address;
  try {
    for (let turn = 0; turn < 3; turn += 1) current = decodeURIComponent(current);
  } catch {
    // What is left is no encoding.
  }
  return current;
}
