import type { Role } from '../../domain/message.ts';
import { boundName } from '../bound-name.ts';
import { isRecord, type JsonRecord } from '../json-record.ts';

/** Who wrote an entry. `name`: as it came; for `unknown` the provider's word. */
export interface Author {
  readonly role: Role;
  readonly name?: string;
}

const WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...['user', 'customer', 'client', 'prospect', 'lead', 'visitor', 'human'].map((word) => [word, 'customer'] as const),
  ...['assistant', 'ai', 'bot', 'maax'].map((word) => [word, 'bot'] as const),
  ...['agent', 'operator', 'human_agent', 'staff', 'team'].map((word) => [word, 'agent'] as const),
  ...['system', 'event'].map((word) => [word, 'system'] as const),
]);

/** Words for the way a message went: weaker than a word for its author. */
const INWARD = ['incoming', 'inbound'];
const OUTWARD = ['outgoing', 'outbound'];

const AUTHOR_KEYS = ['role', 'sender', 'sender_type', 'author', 'type', 'from', 'direction'];
/** Keys whose value may be a person's own name. */
const PERSON_KEYS = ['sender', 'author', 'from'];
const NAME_KEYS = ['name', 'sender_name', 'author_name'];

/** Who wrote an entry: by a word for the author, else by the direction, else by a flag; else `unknown` and the word as it came. */
export function readAuthor(entry: JsonRecord): Author {
  const words = AUTHOR_KEYS.flatMap((key) => listWords(entry[key]));
  const known = words.find((word) => WORDS.has(normalise(word)));
  const role = (known === undefined ? undefined : WORDS.get(normalise(known))) ?? readDirection(entry, words) ?? readFlags(entry);
  const name = readName(entry, role !== undefined);
  if (role !== undefined) {
    return { role, ...name };
  }
  const word = boundName(words[0]);
  return { role: 'unknown', ...(name ?? (word === undefined ? {} : { name: word })) };
}

/** The words of one member: a string, or an object with `type` and `name`. */
function listWords(value: unknown): readonly string[] {
  const words = isRecord(value) ? [value.role, value.type, value.name] : [value];
  return words.filter((word): word is string => typeof word === 'string' && word.trim() !== '');
}

function normalise(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** Outward without more is the bot's; a flag that says "no machine" makes it the agent's. */
function readDirection(entry: JsonRecord, words: readonly string[]): Role | undefined {
  const ways = words.map(normalise);
  if (entry.incoming === true || ways.some((way) => INWARD.includes(way))) {
    return 'customer';
  }
  if (entry.incoming === false || ways.some((way) => OUTWARD.includes(way))) {
    return readMachineFlag(entry) === false ? 'agent' : 'bot';
  }
  return undefined;
}

function readFlags(entry: JsonRecord): Role | undefined {
  const isMachine = readMachineFlag(entry);
  if (isMachine === undefined) {
    return undefined;
  }
  return isMachine ? 'bot' : 'customer';
}

function readMachineFlag(entry: JsonRecord): boolean | undefined {
  return [entry.is_ai, entry.is_bot].find((flag) => typeof flag === 'boolean');
}

/** The display name. A person's name may also stand where others put the author's word. */
function readName(entry: JsonRecord, isRoleKnown: boolean): { readonly name: string } | undefined {
  const person = PERSON_KEYS.map((key) => entry[key]);
  const given = NAME_KEYS.map((key) => boundName(entry[key]));
  const inferred = [
    ...person.flatMap((value) => (isRecord(value) ? [boundName(value.name), joinNames(value)] : [])),
    joinNames(entry),
    ...(isRoleKnown ? person.map(boundName) : []),
  ].filter((name) => name !== undefined && !isRoleWord(name));
  const name = [...given, ...inferred].find((candidate) => candidate !== undefined);
  return name === undefined ? undefined : { name };
}

function joinNames(value: JsonRecord): string | undefined {
  return boundName([boundName(value.first_name), boundName(value.last_name)].filter((part) => part !== undefined).join(' '));
}

function isRoleWord(text: string): boolean {
  const word = normalise(text);
  return WORDS.has(word) || INWARD.includes(word) || OUTWARD.includes(word);
}
