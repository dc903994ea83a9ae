import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { countAppended } from '../../lib/transcript/count-appended.ts';
import type { SteadyScroller } from './steady-scroller.tsx';

export interface NewMessages {
  /** Came in below what is being read, and have not been reached yet. */
  readonly unseen: number;
  /** The latest arrivals, to be announced; `turn` tells equal counts apart. */
  readonly news: { readonly count: number; readonly turn: number };
  /** The end of the transcript has been reached. */
  readonly onEnd: () => void;
}

/** What then comes in below was only not there yet. */
function endsInHole({ messages, gaps, around }: Conversation): boolean {
  return (around?.below ?? 0) > 0 || gaps.some(({ before }) => before === messages.length);
}

/** Counts what comes in while a transcript is being read. A reader at the end is kept there, every other stays in place. */
export function useNewMessages(conversation: Conversation, scroller: { readonly current: SteadyScroller | null }): NewMessages {
  const { messages } = conversation;
  const before = useRef(conversation);
  const [unseen, setUnseen] = useState(0);
  const [news, setNews] = useState({ count: 0, turn: 0 });
  useLayoutEffect(() => {
    const count = endsInHole(before.current) ? 0 : countAppended(before.current.messages, messages);
    before.current = conversation;
    if (count === 0) return;
    setNews(({ turn }) => ({ count, turn: turn + 1 }));
    if (!scroller.current?.keepEnd()) setUnseen((sum) => sum + count);
  }, [conversation, messages, scroller]);
  const onEnd = useCallback(() => setUnseen(0), []);
  return { unseen, news, onEnd };
}
