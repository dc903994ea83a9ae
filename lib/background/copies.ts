import type { Conversation } from '../domain/conversation.ts';
import type { CopyEntry } from '../domain/copy.ts';
import { formatRef, isSameRef, type ProviderId, type Ref } from '../domain/ref.ts';
import { readValue, removeValue, writeValues } from '../platform/stored-value.ts';
import { copy as schema } from './copy-schema.ts';
import { unlessLocked } from './lock-session.ts';
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

async function readEntries(): Promise<readonly CopyEntry[]> {
  return (await readValue('session', 'copies')) ?? [];
}

function parse(text: string): Omit<Conversation, 'fetchedAt'> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data as Omit<Conversation, 'fetchedAt'> | undefined;
  } catch {
    return undefined;
  }
}

function write({ fetchedAt, ...said }: Conversation): string {
  return JSON.stringify(said);
}

/** What is kept of a conversation without its messages: when it was fetched. Costs little. */
export function findCopy(ref: Ref): Promise<CopyEntry | undefined> {
  return inTurn(() => findEntry(ref));
}

async function findEntry(ref: Ref): Promise<CopyEntry | undefined> {
  return (await readEntries()).find(({ name }) => name === formatRef(ref));
}

/** A whole conversation as it was read last in this browser session; undefined where none is kept. */
export function readCopy(ref: Ref): Promise<Copy | undefined> {
  return inTurn(async () => {
    const entry = await findEntry(ref);
    const text = entry && (await readValue('session', `copy:${entry.name}`));
    const said = text === undefined ? undefined : parse(text);
    // A copy of anything else is none.
    if (entry === undefined || said === undefined || !isSameRef(said.ref, ref)) return undefined;
    return { conversation: { ...said, fetchedAt: entry.fetchedAt }, changedAt: entry.changedAt };
  });
}

/**
 * Keeps a whole conversation in memory, for as long as the browser runs and there is room: the least recently used goes first.
 * A conversation that is too large, or a storage that takes nothing, costs the copy and nothing else.
 */
export function keepCopy(conversation: Conversation): Promise<void> {
  return inTurn(async () => {
    const name = formatRef(conversation.ref);
    const text = write(conversation);
    const before = await readEntries();
    const known = before.find((entry) => entry.name === name);
    const isKnown = known !== undefined && (await readValue('session', `copy:${name}`)) === text;
    const bytes = countBytes(text);
    const { fetchedAt } = conversation;
    const entry = { name, bytes: isKeepable(bytes) ? bytes : 0, fetchedAt, changedAt: isKnown ? known.changedAt : fetchedAt };
    await unlessLocked(async () => {
      if (entry.bytes === 0) await removeValue('session', `copy:${name}`);
      await store(planCopies(before, entry), isKnown || entry.bytes === 0 ? undefined : text);
    });
  }).catch(() => undefined);
}

/** `text`: of the first of the kept, absent where it is stored already or too large. */
async function store({ kept, dropped }: CopyPlan, text: string | undefined): Promise<void> {
  for (const { name } of dropped) await removeValue('session', `copy:${name}`);
  const first = kept[0];
  try {
    await writeValues('session', { copies: kept, ...(first && text !== undefined ? { [`copy:${first.name}`]: text } : {}) });
  } catch {
    // Others fill the storage, too. The oldest copy goes; when none is left, nothing is kept.
    const oldest = kept.at(-1);
    if (oldest) await store({ kept: kept.slice(0, -1), dropped: [oldest] }, text);
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
export function dropCopies(of: ProviderId | Ref): Promise<void> {
  return inTurn(async () => {
    const entries = await readEntries();
    const isMeant = ({ name }: CopyEntry) => (typeof of === 'string' ? name.startsWith(`${of}:`) : name === formatRef(of));
    const meant = entries.filter(isMeant);
    if (meant.length === 0) return;
    for (const { name } of meant) await removeValue('session', `copy:${name}`);
    await writeValues('session', { copies: entries.filter((entry) => !isMeant(entry)) });
  });
}
