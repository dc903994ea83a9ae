import { readValue, setAside } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';
import { rules } from './rule-schemas.ts';
import { lock, providers, shapes, sites } from './schemas.ts';

const SCHEMAS = { lock, providers, rules, shapes, sites } as const;

type Name = keyof typeof SCHEMAS;

const inTurn = createQueue();

/** Sets aside whatever cannot be read, before a view falls over it. */
export async function checkStored(): Promise<void> {
  await Promise.all((Object.keys(SCHEMAS) as Name[]).map(readStored));
}

/**
 * A value of `storage.local`, parsed. One that does not parse is set aside under `broken:<name>` and reported as absent:
 * it is never overwritten in silence.
 */
export async function readStored<N extends Name>(name: N): Promise<ReturnType<(typeof SCHEMAS)[N]['parse']> | undefined> {
  const value = await readValue('local', name);
  if (value === undefined) return undefined;
  const parsed = SCHEMAS[name].safeParse(value);
  if (parsed.success) return parsed.data as ReturnType<(typeof SCHEMAS)[N]['parse']>;
  await inTurn(() => setAsideUnlessReplaced(name, value));
  return undefined;
}

/** Several may have read the same broken value: the last of them must not take away what was saved in its place. */
async function setAsideUnlessReplaced(name: Name, broken: unknown): Promise<void> {
  const now = await readValue('local', name);
  if (JSON.stringify(now) === JSON.stringify(broken)) await setAside(name, broken);
}
