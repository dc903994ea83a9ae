import type { Conversation } from '../domain/conversation.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { LookUpBy } from '../domain/standing.ts';
import { whenLocked } from './lock-session.ts';

/** Who asks. `question`: the view's own name for what it asks, under which it may ask again, or leave. */
export interface Asker {
  readonly by: LookUpBy;
  readonly question?: string | undefined;
}

/** What a look-up may know of those who wait for it. */
export interface Waiting {
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** The agent counts also where it joined a page that waits. */
  readonly by: () => LookUpBy;
  readonly isWanted: () => boolean;
  /** From now on it goes on when nobody waits any more, for as long as `mayGoOn` says. */
  readonly hearOut: (mayGoOn: () => boolean) => void;
  /** Ends it where nobody waits any more, however it was to go on. */
  readonly breakOff: () => void;
  /** Messages read so far. */
  readonly onProgress: (messages: number) => void;
}

/** A look-up that is under way, or has just been answered. */
export interface UnderWay {
  readonly answer: Promise<Result<Conversation>>;
  /** Messages read so far. */
  readonly read: number;
}

interface Task {
  answer?: Promise<Result<Conversation>>;
  read: number;
  isByHand: boolean;
  mayGoOn?: () => boolean;
  readonly key: string;
  readonly waiting: Set<string>;
  readonly stop: AbortController;
}

/** A ticket that is opened again at once finds its request still there. */
const GRACE_MS = 1_000;
/** An answer that was lost on its way is given again to the view that asked for it. */
const KEEP_MS = 10_000;

/** All of it is lost with the worker, and then there is nothing to share. */
const running = new Map<string, Task>();
const questions = new Map<string, Task>();
/** Questions that were taken back. */
const takenBack = new Set<string>();

// Answers hold transcripts.
whenLocked(() => questions.clear());

/**
 * Many views of one conversation share one request; so does a view that asks the same question again because it has heard
 * nothing, for a while also after the answer.
 */
export function share(key: string, asker: Asker, ask: (waiting: Waiting) => Promise<Result<Conversation>>): UnderWay {
  const { by, question } = asker;
  if (question !== undefined && takenBack.has(question))
    return { answer: Promise.resolve(fail<Failure>({ kind: 'timeout' })), read: 0 };
  const asked = question === undefined ? undefined : questions.get(question);
  const task = asked?.key === key ? asked : (running.get(key) ?? createTask(key));
  task.isByHand ||= by === 'hand';
  task.waiting.add(question ?? crypto.randomUUID());
  if (question !== undefined) questions.set(question, task);
  return begin(task, ask);
}

function createTask(key: string): Task {
  const task: Task = { key, waiting: new Set(), isByHand: false, read: 0, stop: new AbortController() };
  running.set(key, task);
  return task;
}

function begin(task: Task, ask: (waiting: Waiting) => Promise<Result<Conversation>>): UnderWay {
  const answer = task.answer ?? ask(describeWaiting(task)).finally(() => finish(task));
  return Object.assign(task, { answer });
}

function describeWaiting(task: Task): Waiting {
  return {
    signal: task.stop.signal,
    by: () => (task.isByHand ? 'hand' : 'page'),
    isWanted: () => task.waiting.size > 0,
    hearOut: (mayGoOn) => {
      task.mayGoOn = mayGoOn;
    },
    breakOff: () => endUnwanted(task),
    onProgress: (messages) => {
      task.read = messages;
    },
  };
}

function finish(task: Task): void {
  if (running.get(task.key) === task) running.delete(task.key);
  setTimeout(() => {
    for (const question of task.waiting) {
      if (questions.get(question) === task) questions.delete(question);
    }
  }, KEEP_MS);
}

/** The view that asked shows something else by now. A request that nobody waits for any more is soon ended, unless it is heard out. */
export function leave(question: string): void {
  // It may still be on its way, for the first time or once more.
  takenBack.add(question);
  setTimeout(() => takenBack.delete(question), KEEP_MS);
  const task = questions.get(question);
  if (task === undefined) return;
  questions.delete(question);
  task.waiting.delete(question);
  setTimeout(() => task.mayGoOn?.() || endUnwanted(task), GRACE_MS);
}

function endUnwanted(task: Task): void {
  if (task.waiting.size > 0 || running.get(task.key) !== task) return;
  // Who asks from now on asks anew.
  running.delete(task.key);
  task.stop.abort();
}
