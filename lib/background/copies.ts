import type { Conversation } from '../domain/conversation.ts';
import type { CopyEntry } from '../domain/copy.ts';
import { formatRef, isSameRef, type ProviderId, type Ref } from '../domain/ref.ts';
import { readValue, readValues, removeValues, writeValues } from '../platform/stored-value.ts';
import { copy as schema } from './copy-schema.ts';
import { cutPart } from './cut-part.ts';
import { unlessLocked } from './lock-session.ts';
import { packText, unpackText } from './pack-text.ts';
import { type CopyPlan, countBytes, isKeepable, planCopies } from './plan-copies.ts';
import { createQueue } from './queue.ts';

/** A kept conversation. `changedAt`: when it last became another, ms since the epoch. */
export interface Copy {
  readonly conversation: Conversation;
  readonly changedAt: number;
}

/**
 * The list of copies and the copies are written together, one change at a time. What reads them waits for the changes before it:
 * so nobody need wait for a change to be written.
 */
const inTurn = createQueue();
/** What is about to be kept, by name: who reads it waits, who reads another does not wait until a long one is packed. */
const coming = new Map<string, Promise<void>>();

type Said = Omit<Conversation, 'fetchedAt'>;
/** By the names under which they stand in storage. */
type Texts = Readonly<Record<`copy:${string}` | `whole:${string}`, string>>;

/** Where the texts of a copy stand: what a view starts from, and all of it where that is more. */
function nameTexts(name: string): readonly [start: `copy:${string}`, whole: `whole:${string}`] {
  return [`copy:${name}`, `whole:${name}`];
}

async function readEntries(): Promise<readonly CopyEntry[]> {
  return (await readValue('session', 'copies')) ?? [];
}

/** A copy of anything else, or with other messages than were kept, is none. */
async function parse(text: unknown, ref: Ref, { messages }: CopyEntry): Promise<Said | undefined> {
  if (typeof text !== 'string') return undefined;
  try {
    const said = schema.safeParse(JSON.parse(await unpackText(text))).data as Said | undefined;
    if (said === undefined || !isSameRef(said.ref, ref) || said.complete === (said.around !== undefined)) return undefined;
    const { above, below } = said.around ?? { above: 0, below: 0 };
    return above + said.messages.length + below === messages ? said : undefined;
  } catch {
    return undefined;
  }
}

/** Written together, so that neither is ever of another time than the other. */
function write({ fetchedAt, ...whole }: Conversation): Texts {
  const [startName, wholeName] = nameTexts(formatRef(whole.ref));
  const part = cutPart({ ...whole, fetchedAt });
  if (part === undefined) return { [startName]: JSON.stringify(whole) };
  const { fetchedAt: _, ...start } = part;
  return { [startName]: JSON.stringify(start), [wholeName]: JSON.stringify(whole) };
}

/** What is kept of a conversation without its messages: when it was fetched. Costs little. */
export async function findCopy(ref: Ref): Promise<CopyEntry | undefined> {
  await coming.get(formatRef(ref));
  return inTurn(() => findEntry(ref));
}

async function findEntry(ref: Ref): Promise<CopyEntry | undefined> {
  return (await readEntries()).find(({ name }) => name === formatRef(ref));
}

/**
 * What a view starts from: a conversation as it was read last in this browser session; of a long one, the part around where
 * reading starts. Undefined where none is kept.
 */
export async function readStart(ref: Ref): Promise<Copy | undefined> {
  await coming.get(formatRef(ref));
  return inTurn(() => findStart(ref));
}

async function findStart(ref: Ref): Promise<Copy | undefined> {
  const name = formatRef(ref);
  const [startName] = nameTexts(name);
  const { copies = [], [startName]: text } = await readValues('session', ['copies', startName]);
  const entry = copies.find((one) => one.name === name);
  return entry && describe(entry, await parse(text, ref, entry));
}

/** A whole conversation as it was read last in this browser session; undefined where none is kept. */
export async function readCopy(ref: Ref): Promise<Copy | undefined> {
  await coming.get(formatRef(ref));
  return inTurn(async () => {
    const start = await findStart(ref);
    if (start === undefined || start.conversation.complete) return start;
    const name = formatRef(ref);
    const [, wholeName] = nameTexts(name);
    const { copies = [], [wholeName]: text } = await readValues('session', ['copies', wholeName]);
    const entry = copies.find((one) => one.name === name);
    const copy = entry && describe(entry, await parse(text, ref, entry));
    return copy?.conversation.complete ? copy : undefined;
  });
}

function describe({ fetchedAt, changedAt }: CopyEntry, said: Said | undefined): Copy | undefined {
  return said && { conversation: { ...said, fetchedAt }, changedAt };
}

/**
 * Keeps a whole conversation in memory, for as long as the browser runs and there is room: the least recently used goes first.
 * A conversation that is too large, or a storage that takes nothing, costs the copy and nothing else.
 */
export function keepCopy(conversation: Conversation): Promise<void> {
  const name = formatRef(conversation.ref);
  const before = coming.get(name) ?? Promise.resolve();
  const kept = before
    .then(() => keep(name, conversation))
    .catch(() => undefined)
    .finally(() => coming.get(name) === kept && coming.delete(name));
  coming.set(name, kept);
  return kept;
}

async function keep(name: string, conversation: Conversation): Promise<void> {
  const { fetchedAt, messages } = conversation;
  const plain = write(conversation);
  if (await inTurn(() => renew(name, plain, fetchedAt))) return;
  const texts = await packAll(plain);
  const bytes = Object.values(texts).reduce((sum, text) => sum + countBytes(text), 0);
  const entry = { name, bytes: isKeepable(bytes) ? bytes : 0, messages: messages.length, fetchedAt, changedAt: fetchedAt };
  const kept: Texts = entry.bytes === 0 ? {} : texts;
  await inTurn(() =>
    unlessLocked(async () => {
      const before = await readEntries();
      if (before.some((one) => one.name === name)) await removeStale(name, kept);
      await store(planCopies(before, entry), kept);
    }),
  );
}

/** Where the very same is kept already, only its time is another. */
async function renew(name: string, plain: Texts, fetchedAt: number): Promise<boolean> {
  const before = await readEntries();
  const known = before.find((entry) => entry.name === name);
  if (known === undefined || !(await areStored(name, plain))) return false;
  await unlessLocked(() => store(planCopies(before, { ...known, fetchedAt }), {}));
  return true;
}

/** What it was kept as before and is not now. */
async function removeStale(name: string, kept: Texts): Promise<void> {
  const stale = nameTexts(name).filter((one) => kept[one] === undefined);
  if (stale.length > 0) await removeValues('session', stale);
}

async function areStored(name: string, texts: Texts): Promise<boolean> {
  const names = nameTexts(name);
  const stored = await readValues('session', names);
  // To unpack costs less than to pack anew.
  const kept = await Promise.all(names.map((one) => unpackText(stored[one] ?? '').catch(() => '')));
  return names.every((one, index) => kept[index] === (texts[one] ?? ''));
}

async function packAll(texts: Texts): Promise<Texts> {
  return Object.fromEntries(await Promise.all(Object.entries(texts).map(async ([name, text]) => [name, await packText(text)])));
}

/** `texts`: of the first of the kept, none where they are stored already or too large. */
async function store({ kept, dropped }: CopyPlan, texts: Texts): Promise<void> {
  if (dropped.length > 0)
    await removeValues(
      'session',
      dropped.flatMap(({ name }) => nameTexts(name)),
    );
  try {
    await writeValues('session', { copies: kept, ...(kept.length > 0 ? texts : {}) });
  } catch {
    // Others fill the storage, too. The oldest copy goes; when none is left, nothing is kept.
    const oldest = kept.at(-1);
    if (oldest) await store({ kept: kept.slice(0, -1), dropped: [oldest] }, texts);
  }
}

/** Puts a copy that is being read to the front, so that it goes last. */
export function touchCopy(ref: Ref): Promise<void> {
  return inTurn(async () => {
    const entries = await readEntries();
    const entry = entries.find(({ name }) => name === formatRef(ref));
    if (entry === undefined || entries[0] === entry) return;
    await writeValues('session', { copies: [entry, ...entries.filter((other) => other !== entry)] });
  }).catch(() => undefined);
}

/** Forgets the copies of a provider, or of one of its conversations. */
export async function dropCopies(of: ProviderId | Ref): Promise<void> {
  const isMeant = ({ name }: Pick<CopyEntry, 'name'>) =>
    typeof of === 'string' ? name.startsWith(`${of}:`) : name === formatRef(of);
  await Promise.all([...coming].filter(([name]) => isMeant({ name })).map(([, kept]) => kept));
  await inTurn(async () => {
    const entries = await readEntries();
    const meant = entries.filter(isMeant);
    if (meant.length === 0) return;
    await removeValues(
      'session',
      meant.flatMap(({ name }) => nameTexts(name)),
    );
    await writeValues('session', { copies: entries.filter((entry) => !isMeant(entry)) });
  });
}
