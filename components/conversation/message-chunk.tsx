import { Component } from 'preact';
import { type Conversation, MOST_MESSAGES } from '../../lib/domain/conversation.ts';
import { arrangeMessages, type Entry } from '../../lib/transcript/arrange-messages.ts';
import type { Clock } from '../../lib/transcript/clock.ts';
import { type Chunk, isSameStretch } from '../../lib/transcript/plan-chunks.ts';
import { drawMessage } from './draw-message.tsx';
import { GapMark } from './gap-mark.tsx';
import './message-chunk.css';

interface MessageChunkProps {
  readonly conversation: Conversation;
  readonly chunk: Chunk;
  /** Index that stays at the same message when older ones are put above. */
  readonly origin: number;
  readonly clock: Clock;
}

/** What is drawn, and the message above it, which decides on heads and days. */
function readStretch({ conversation, chunk }: MessageChunkProps) {
  return conversation.messages.slice(Math.max(0, chunk.start - 1), chunk.end);
}

function readGaps({ conversation, chunk }: MessageChunkProps): string {
  return conversation.gaps
    .filter((gap) => gap.before >= chunk.start && gap.before < chunk.end)
    .map((gap) => `${gap.before - chunk.start} ${gap.missing}`)
    .join();
}

function isDrawnAlike(before: MessageChunkProps, after: MessageChunkProps): boolean {
  const isSamePlace = before.chunk.start - before.origin === after.chunk.start - after.origin;
  if (before.conversation === after.conversation) {
    return isSamePlace && before.chunk.end === after.chunk.end;
  }
  return isSamePlace && readGaps(before) === readGaps(after) && isSameStretch(readStretch(before), readStretch(after));
}

/** A rough height, so that the scroll bar is nearly right before a chunk has ever been in sight. */
function estimateHeight(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, { message, continues }) => sum + (continues ? 36 : 68) + Math.min(40, Math.floor(message.text.length / 45)) * 19,
    0,
  );
}

/** As many messages as are read: what is missing before them was left out. */
function isFull({ messages }: Conversation): boolean {
  return messages.length >= MOST_MESSAGES;
}

/** Keys count from the origin: they stay with their message when older ones are put above. */
function drawEntry(entry: Entry, key: number, { conversation, clock }: MessageChunkProps) {
  const article = drawMessage({ entry, key, clock, isLanding: key === 0 });
  const gap = entry.missing !== undefined && (
    <GapMark key={`gap ${key}`} missing={entry.missing} isTooOld={isFull(conversation) && entry.index === 0} />
  );
  const day = entry.day !== undefined && (
    <h2 key={`day ${key}`} class="day">
      <span>{entry.day}</span>
    </h2>
  );
  return gap || day ? [gap, day, article] : [article];
}

/** A part of a long transcript; drawn again only when something in it changed. */
export class MessageChunk extends Component<MessageChunkProps> {
  override shouldComponentUpdate(next: MessageChunkProps): boolean {
    return !isDrawnAlike(this.props, next);
  }

  override render({ conversation, chunk, origin, clock }: MessageChunkProps) {
    const entries = arrangeMessages(conversation, chunk, clock);
    const isFirst = chunk.key === 0;
    return (
      <div
        class={isFirst ? 'chunk' : 'chunk later'}
        style={isFirst ? {} : { containIntrinsicBlockSize: `auto ${estimateHeight(entries)}px` }}
      >
        {entries.flatMap((entry) => drawEntry(entry, entry.index - origin, this.props))}
      </div>
    );
  }
}
