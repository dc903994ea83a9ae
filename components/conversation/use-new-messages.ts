import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../lib/domain/message.ts';
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

/** Counts what comes in while a transcript is being read. A reader at the end is kept there, every other stays in place. */
export function useNewMessages(messages: readonly Message[], scroller: { readonly current: SteadyScroller | null }): NewMessages {
  const before = useRef(messages);
  const [unseen, setUnseen] = useState(0);
  const [news, setNews] = useState({ count: 0, turn: 0 });
  useLayoutEffect(() => {
    const count = countAppended(before.current, messages);
    before.current = messages;
    if (count === 0) return;
    setNews(({ turn }) => ({ count, turn: turn + 1 }));
    if (!scroller.current?.keepEnd()) setUnseen((sum) => sum + count);
  }, [messages, scroller]);
  const onEnd = useCallback(() => setUnseen(0), []);
  return { unseen, news, onEnd };
}
