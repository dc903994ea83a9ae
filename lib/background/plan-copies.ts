import type { CopyEntry } from '../domain/copy.ts';

const MOST_COPIES = 20;
/** The browsers give session storage 10 MB in all. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Key and book-keeping of one copy. */
const OVERHEAD = 256;

export interface CopyPlan {
  /** Most recently used first. */
  readonly kept: readonly CopyEntry[];
  /** What goes. */
  readonly dropped: readonly CopyEntry[];
}

/** Whether a copy of this many bytes can be kept at all. */
export function isKeepable(bytes: number): boolean {
  return bytes <= MOST_BYTES;
}

/** Puts a copy before the others and drops the least recently used until count and bytes are within bounds. */
export function planCopies(others: readonly CopyEntry[], first: CopyEntry): CopyPlan {
  const kept: CopyEntry[] = [];
  const dropped: CopyEntry[] = [];
  let bytes = 0;
  for (const entry of [first, ...others.filter(({ name }) => name !== first.name)]) {
    const isRoom = dropped.length === 0 && kept.length < MOST_COPIES && bytes + entry.bytes <= MOST_BYTES;
    (isRoom ? kept : dropped).push(entry);
    bytes += entry.bytes;
  }
  return { kept, dropped };
}

/** What a text takes of session storage, in the dearer of Chromium's way (UTF-8) and Firefox's (one or two bytes a character). */
export function countBytes(text: string): number {
  const isWide = /[^\0-\xff]/.test(text);
  const utf8 = new TextEncoder().encode(text).length;
  return OVERHEAD + Math.max(utf8, isWide ? 2 * text.length : text.length);
}
