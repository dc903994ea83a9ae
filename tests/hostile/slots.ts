import type { ProviderId } from '../../lib/domain/ref.ts';
import { isRichText } from '../../lib/providers/maax/is-rich-text.ts';
import type { InspectedMessage } from './inspect-view.ts';
import { writeBoards, writeMaax } from './write-answer.ts';

/** What must be read in the view where a text stands; a member that is absent is not known beforehand. */
export interface Reading {
  readonly id?: string;
  readonly author?: string;
  readonly text?: string;
  /** What the text begins with, where its end may be swallowed by markup that is never closed. */
  readonly start?: string;
}

/** A place of an answer that is shown: one for each message. */
export interface Slot {
  readonly name: string;
  readonly provider: ProviderId;
  /** The provider's whole answer, with a message for each value, which stands in this slot of it. */
  readonly write: (id: string, values: readonly unknown[]) => unknown;
  /** `position`: of the message in the conversation. */
  readonly read: (text: string, position: number) => Reading;
  /** What stands beside the text, and may not be moved by it. */
  readonly steady: 'all' | 'rows';
}

const LONGEST_NAME = 200;
const LONGEST_ID = 100;

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Names are trimmed, and cut by characters. */
function readName(text: string): Reading {
  const author = [...text.trim()].slice(0, LONGEST_NAME).join('');
  return { text: 'Hello', ...(author === '' ? {} : { author }) };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const MAAX_ENTRIES = {
  text: (value: unknown) => ({ content: value }),
  'author name': (value: unknown) => ({ content: 'Hello', name: value }),
  'word for the author': (value: unknown) => ({ content: 'Hello', role: value, name: undefined }),
  'message id': (value: unknown) => ({ content: 'Hello', id: value }),
  'rich text': (value: unknown) => ({ content: `<p>Before</p>${asText(value)}<p>After</p>` }),
  'text within rich text': (value: unknown) => ({ content: `<p>${escapeMarkup(asText(value))}</p>` }),
  'link label': (value: unknown) => ({ content: `<p><a href="https://shop.example/">${escapeMarkup(asText(value))}</a></p>` }),
  'link target': (value: unknown) => ({ content: `<p><a href="${escapeMarkup(asText(value))}">Hello</a></p>` }),
} satisfies { readonly [name: string]: (value: unknown) => object };

const MAAX_READINGS: { readonly [name in keyof typeof MAAX_ENTRIES]: Slot['read'] } = {
  text: (text) => (isRichText(text) ? {} : { text }),
  'author name': readName,
  'word for the author': readName,
  'message id': (text, position) => ({ text: 'Hello', id: text !== '' && text.length <= LONGEST_ID ? text : String(position) }),
  'rich text': () => ({ start: 'Before' }),
  'text within rich text': (text) => ({ text: foldBlanks(text) }),
  'link label': (text) => ({ text: foldBlanks(text) }),
  'link target': () => ({ text: 'Hello' }),
};

const MOVING_NAMES = ['author name', 'word for the author'];

/** Which parts of a shown message are not as they should be. */
export function compareMessage(slot: Slot, wanted: Reading, shown: InspectedMessage | undefined): readonly string[] {
  const { id = '', author = '', text = '' } = shown ?? {};
  // White space of rich text is markup's.
  const words = /rich|link/.test(slot.name) ? foldBlanks(text) : text;
  const isSame = {
    id: wanted.id === undefined || isAlike(id, wanted.id),
    author: wanted.author === undefined || isAlike(author, wanted.author),
    text: (wanted.text === undefined || isAlike(words, wanted.text)) && text.startsWith(wanted.start ?? ''),
  };
  return Object.entries(isSame).flatMap(([part, isRight]) => (isRight ? [] : [part]));
}

/** Half a surrogate pair does not survive every way between two programs. */
export function isAlike(a: string, b: string): boolean {
  const mend = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
  return a === b || mend(a) === mend(b);
}

/** Every place of a message that holds a provider's words. */
export const SLOTS: readonly Slot[] = [
  {
    name: 'SocialBoards text',
    provider: 'socialboards',
    write: (id, values) => writeBoards(id, values, (value) => ({ message: value })),
    read: (text) => ({ text }),
    steady: 'all',
  },
  {
    name: 'SocialBoards author name',
    provider: 'socialboards',
    write: (id, values) => writeBoards(id, values, (value, author) => ({ message: 'Hello', author: { ...author, name: value } })),
    read: readName,
    steady: 'rows',
  },
  ...Object.entries(MAAX_ENTRIES).map(
    ([name, toEntry]): Slot => ({
      name: `MAAX ${name}`,
      provider: 'maax',
      write: (id, values) => writeMaax(id, values, toEntry),
      read: MAAX_READINGS[name as keyof typeof MAAX_ENTRIES],
      steady: MOVING_NAMES.includes(name) ? 'rows' : 'all',
    }),
  ),
];
