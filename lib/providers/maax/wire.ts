import type { AnswerShape } from '../../domain/answer-shape.ts';
import type { Gap } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { type FailureReason, fail, type Result, succeed } from '../../domain/result.ts';
import { isRecord } from '../json-record.ts';
import { keepLatest } from '../message-cap.ts';
import { orderByTime } from '../order-by-time.ts';
import { formatTime } from '../parse-time.ts';
import { findLists } from './find-lists.ts';
import { isOfConversation } from './is-of-conversation.ts';
import { isRichText } from './is-rich-text.ts';
import { readBareEntry, readEntry, type Turn } from './read-entry.ts';

/** A history as it was read. */
export interface History {
  readonly messages: readonly Message[];
  readonly gaps: readonly Gap[];
  /** Absent: the list was empty. */
  readonly shape?: AnswerShape;
}

/**
 * Reads MAAX's answer, of which no page tells the shape: the first list, in the likely places, whose entries can be read.
 * Fails with `send-receipt` for the one body that is documented, and belongs to another call; with `other-conversation`
 * where the answer names another conversation than `id`; else with `wrong-shape`.
 */
export function readHistory(answer: unknown, id: string): Result<History, FailureReason> {
  for (const found of findLists(answer)) {
    const turns = readTurns(found.list);
    if (turns !== undefined) {
      return isOfConversation(id, answer, found)
        ? succeed({ ...toHistory(turns), ...describeShape(turns, found.place) })
        : fail('other-conversation');
    }
  }
  return fail(isSendReceipt(answer) ? 'send-receipt' : 'wrong-shape');
}

/**
 * The messages of a list, an array an entry; undefined where it is no list of messages. Beside messages an entry without a
 * text is an empty one: who wrote something, and when, is not lost.
 */
function readTurns(list: readonly unknown[]): readonly (readonly Turn[])[] | undefined {
  const records = list.filter(isRecord);
  const entries = records.map(readEntry);
  const isReadable = records.length === list.length && (list.length === 0 || entries.some((turns) => turns !== undefined));
  return isReadable ? entries.map((turns, index) => turns ?? [readBareEntry(records[index] ?? {})]) : undefined;
}

function describeShape(entries: readonly (readonly Turn[])[], place: string): Pick<History, 'shape'> {
  const entryKind = entries.some((turns) => turns.length > 1) ? 'pairs' : 'messages';
  return entries.length > 0 ? { shape: { entries: entryKind, place } } : {};
}

function toHistory(entries: readonly (readonly Turn[])[]): History {
  const turns = orderByTime(entries, (entry) => entry[0]?.time).flat();
  return keepLatest(turns.map(toMessage));
}

function toMessage(turn: Turn, position: number): Message {
  const { text, role, name, time } = turn;
  return {
    id: turn.id ?? String(position),
    role,
    ...(name === undefined ? {} : { author: name }),
    authorKey: `${role} ${name ?? ''}`,
    ...(time === undefined ? {} : { time: formatTime(time) }),
    text,
    format: isRichText(text) ? 'html' : 'plain',
  };
}

function isSendReceipt(answer: unknown): boolean {
  return isRecord(answer) && 'incoming_message_id' in answer && Object.keys(answer).length === 1;
}
