import { ArrowDown, ArrowDownToLine, ArrowUpToLine } from 'lucide';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { createClock } from '../../lib/transcript/clock.ts';
import { planChunks } from '../../lib/transcript/plan-chunks.ts';
import { getLanguage, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { formatCount, pickCount } from '../ui/format-count.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { AvatarIcons } from './avatar-icons.tsx';
import { GapMark } from './gap-mark.tsx';
import { MessageChunk } from './message-chunk.tsx';
import { SteadyScroller } from './steady-scroller.tsx';
import { useFilling } from './use-filling.ts';
import { useNewMessages } from './use-new-messages.ts';
import './transcript.css';

/** Fewer fit on most screens; nothing to jump over. */
const WORTH_JUMPING = 8;

interface TranscriptProps {
  readonly conversation: Conversation;
  /** More is being read from the provider. */
  readonly isFilling: boolean;
}

function findLanding(scroller: HTMLElement): Element | undefined {
  return scroller.getElementsByClassName('landing')[0];
}

function describeNews(count: number): string {
  return t(pickCount(count, 'newMessageOne', 'newMessageOther'), formatCount(count));
}

/** All messages of a conversation, from where reading best starts. Give it the conversation's ref as key. */
export function Transcript({ conversation, isFilling }: TranscriptProps) {
  const { messages, gaps } = conversation;
  const clock = useMemo(() => createClock({ language: getLanguage() }), []);
  const { extent, isDone } = useFilling(messages);
  const scroller = useRef<SteadyScroller>(null);
  const goToStart = useCallback(() => scroller.current?.follow('start'), []);
  const goToEnd = useCallback(() => scroller.current?.follow('end'), []);
  const { unseen, news, onEnd } = useNewMessages(messages, scroller);
  const missingAtEnd = gaps.find((gap) => gap.before === messages.length)?.missing;
  return (
    <div class="transcript">
      <SteadyScroller
        handle={scroller}
        label={t('transcript')}
        isBusy={isFilling || !isDone}
        findLanding={findLanding}
        onEnd={unseen > 0 ? onEnd : undefined}
      >
        <div class="log-content">
          <AvatarIcons />
          {planChunks(messages.length, extent).map((chunk) => (
            <MessageChunk key={chunk.key} conversation={conversation} chunk={chunk} origin={extent.origin} clock={clock} />
          ))}
          {isDone && missingAtEnd !== undefined && <GapMark missing={missingAtEnd} />}
          {messages.length === 0 && <p class="log-empty">{t('noMessages')}</p>}
        </div>
      </SteadyScroller>
      <p class="visually-hidden" role="status">
        {news.count > 0 && <span key={news.turn}>{describeNews(news.count)}</span>}
      </p>
      {unseen > 0 && (
        <div class="new-messages">
          <Button look="primary" isSmall icon={ArrowDown} onClick={goToEnd}>
            {describeNews(unseen)}
          </Button>
        </div>
      )}
      {messages.length > WORTH_JUMPING && (
        <div class="jumps">
          <IconButton icon={ArrowUpToLine} label={t('jumpToStart')} onClick={goToStart} />
          <IconButton icon={ArrowDownToLine} label={t('jumpToEnd')} onClick={goToEnd} />
        </div>
      )}
    </div>
  );
}
