import type { Role } from '../../domain/message.ts';
import { isRecord, type JsonRecord } from '../json-record.ts';
import { type Instant, parseTime } from '../parse-time.ts';
import { type Author, readAuthor } from './read-author.ts';

/** One message of an entry. */
export interface Turn extends Author {
  readonly text: string;
  readonly time?: Instant;
  readonly id?: string;
}

const TEXT_KEYS = ['content', 'text', 'message', 'message_content', 'body'];

/** Entries that hold two messages: the customer's and the answer to it. */
const PAIRS = [
  ['question', 'answer'],
  ['incoming', 'outgoing'],
  ['incoming_message', 'outgoing_message'],
  ['prompt', 'response'],
  ['message', 'response'],
] as const;

const TIME_KEYS = ['created_at', 'createdAt', 'timestamp', 'time', 'date', 'sent_at'];
const ID_KEYS = ['id', 'message_id', 'uuid'];

/** The messages of one entry: one, or the two of a pair. Undefined: it has no text. */
export function readEntry(entry: JsonRecord): readonly Turn[] | undefined {
  const pairs = PAIRS.map(([asked, answered]) => [...readHalf(entry, asked, 'customer'), ...readHalf(entry, answered, 'bot')]);
  const text = readText(entry);
  const whole = pairs.find((turns) => turns.length === 2);
  if (whole === undefined && text !== undefined) {
    return [{ ...readBareEntry(entry), text }];
  }
  return (
    whole ??
    nameHalf(
      entry,
      pairs.find((turns) => turns.length > 0),
    )
  );
}

/** Half a pair is also a message whose text is an object: then the entry itself says whose it is. */
function nameHalf(entry: JsonRecord, half: readonly Turn[] | undefined): readonly Turn[] | undefined {
  const author = readAuthor(entry);
  return author.role === 'unknown' ? half : half?.map((turn) => ({ ...turn, ...author }));
}

/** An entry that has no text. */
export function readBareEntry(entry: JsonRecord): Turn {
  return { text: '', ...readAuthor(entry), ...readStamp(entry) };
}

/** One half of a pair: its text, or an object with a text of its own. */
function readHalf(entry: JsonRecord, key: string, role: Role): readonly Turn[] {
  const half = entry[key];
  const text = isRecord(half) ? readText(half) : takeText(half);
  if (text === undefined) {
    return [];
  }
  const { id, ...stamp } = readStamp(entry);
  const own = isRecord(half) ? readStamp(half) : {};
  return [{ text, role, ...stamp, ...(id === undefined ? {} : { id: `${id}-${key}` }), ...own }];
}

function readText(entry: JsonRecord): string | undefined {
  return TEXT_KEYS.map((key) => takeText(entry[key])).find((text) => text !== undefined);
}

function takeText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined;
}

function readStamp(entry: JsonRecord): { readonly time?: Instant; readonly id?: string } {
  const time = TIME_KEYS.map((key) => parseTime(entry[key])).find((instant) => instant !== undefined);
  const id = ID_KEYS.map((key) => readId(entry[key])).find((name) => name !== undefined);
  return { ...(time === undefined ? {} : { time }), ...(id === undefined ? {} : { id }) };
}

function readId(value: unknown): string | undefined {
  const id = takeText(value);
  return id !== undefined && id !== '' && id.length <= 100 ? id : undefined;
}
