import PQueue from 'p-queue';
import type { Message } from '../../domain/message.ts';
import type { Failure, FailureKind, Result } from '../../domain/result.ts';
import { PAGE_SIZE } from './conversation-calls.ts';
import type { Part } from './stitch.ts';

/** Positions `from` up to, not including, `to` of a conversation's messages, counted from the oldest. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What was had of a stretch; it may reach beyond its end. */
export interface ReadStretch extends Stretch {
  readonly messages: readonly Message[];
  readonly failure?: Failure;
}

/** A stretch as a part to be joined, short of what it should have held. */
export function toPart({ from, to, messages }: ReadStretch): Part {
  return { messages, short: Math.max(0, to - from - messages.length) };
}

/** Asks for the messages from the `skip`-th on; an empty page is beyond the last. */
export type AskPage = (skip: number) => Promise<Result<readonly Message[]>>;

/** Limits the provider's load, whatever the number of conversations that are being read. */
const queue = new PQueue({ concurrency: 4 });

/** Failures that the next page would meet as well. */
const FINAL: readonly FailureKind[] = ['no-key', 'bad-id', 'key-rejected', 'forbidden', 'not-found', 'rate-limited', 'offline'];
/** After this many other failures the provider is left alone. */
const MOST_FAILURES = 3;
/** A page may be shorter than asked for; one message a page is no way to read. */
const SHORTEST_PAGE = 5;

/** Cuts a range into stretches of a page each. */
export function cutStretches(from: number, to: number): readonly Stretch[] {
  const count = Math.max(0, Math.ceil((to - from) / PAGE_SIZE));
  return Array.from({ length: count }, (_, index) => {
    const start = from + index * PAGE_SIZE;
    return { from: start, to: Math.min(start + PAGE_SIZE, to) };
  });
}

/**
 * Reads stretches, four at a time. A stretch that fails is answered with what was had of it.
 * Fails as a whole where a failure holds for all pages, or where nothing was had.
 */
export async function readStretches(
  stretches: readonly Stretch[],
  askPage: AskPage,
  onRead: (messages: number) => void,
): Promise<Result<readonly ReadStretch[]>> {
  const failures: Failure[] = [];
  let end = Number.POSITIVE_INFINITY;

  async function read(stretch: Stretch): Promise<ReadStretch> {
    const { from, to } = stretch;
    const messages: Message[] = [];
    for (let left = Math.ceil((to - from) / SHORTEST_PAGE); left > 0 && from + messages.length < Math.min(to, end); left -= 1) {
      if (isHopeless(failures)) {
        break;
      }
      const page = await askPage(from + messages.length);
      if (!page.ok) {
        failures.push(page.failure);
        return { ...stretch, messages, failure: page.failure };
      }
      if (page.value.length === 0) {
        end = Math.min(end, from + messages.length);
      }
      messages.push(...page.value);
      onRead(page.value.length);
    }
    return { ...stretch, messages };
  }

  const parts = await queue.addAll(stretches.map((stretch) => () => read(stretch)));
  const failure = failures.find(isFinal) ?? (parts.every(({ messages }) => messages.length === 0) ? failures[0] : undefined);
  return failure === undefined ? { ok: true, value: parts } : { ok: false, failure };
}

function isFinal(failure: Failure): boolean {
  return FINAL.includes(failure.kind);
}

function isHopeless(failures: readonly Failure[]): boolean {
  return failures.length >= MOST_FAILURES || failures.some(isFinal);
}
