import type { Message } from '../domain/message.ts';

/** How many tints avatars have; `theme.css` holds one rule for each. */
export const AVATAR_HUES = 12;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters and digits only: a name that begins with an emoji or a bidi control gives its first readable sign. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** A first letter that nothing is joined to: most names begin so, and segmenting costs a hundred times as much. */
const LONE_LETTER = /^[\p{L}\p{N}](?![\p{M}\u200d])/u;

function readFirstSign(word: string | undefined): string {
  const start = (word ?? '').slice(0, 16);
  const [lone] = LONE_LETTER.exec(start) ?? [];
  const [first] = lone === undefined ? segmenter.segment(start) : [{ segment: lone }];
  return (first?.segment ?? '').toLocaleUpperCase();
}

/** One or two signs that stand for a person; empty where the name has no letter. */
export function getInitials(name: string): string {
  const words = name.slice(0, 200).match(WORD) ?? [];
  return readFirstSign(words[0]) + (words.length > 1 ? readFirstSign(words.at(-1)) : '');
}

/** Always the same tint for the same person, without asking anyone (FNV-1a). */
export function getHue(person: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < person.length; index++) {
    hash = Math.imul(hash ^ person.charCodeAt(index), 0x01000193);
  }
  // The low bits of FNV are the weak ones.
  return ((hash ^ (hash >>> 15)) >>> 0) % AVATAR_HUES;
}

/** What tells one speaker from the next: grouping and tint go by it. */
export function getSpeaker(message: Message): string {
  return `${message.role} ${message.authorKey ?? message.author ?? ''}`;
}
