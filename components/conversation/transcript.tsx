import { ArrowDown } from 'lucide';
import { useMemo, useRef } from 'preact/hooks';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { type Clock, createClock } from '../../lib/transcript/clock.ts';
import { planChunks } from '../../lib/transcript/plan-chunks.ts';
import { getLanguage, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { formatCount, pickCount } from '../ui/format-count.ts';
import { AvatarIcons } from './avatar-icons.tsx';
import { GapMark, ReadAgain } from './gap-mark.tsx';
import { MessageChunk } from './message-chunk.tsx';
import { SteadyScroller } from './steady-scroller.tsx';
import { useFilling } from './use-filling.ts';
import { useNewMessages } from './use-new-messages.ts';
import './transcript.css';

interface TranscriptProps {
  readonly conversation: Conversation;
  /** More is being read from the provider. */
  readonly isFilling: boolean;
  /** What is shown is being read once more. */
  readonly isReadAgain?: boolean | undefined;
  /** Where the owner finds the scroller, to send the agent somewhere. */
  readonly scroller?: { current: SteadyScroller | null };
  /** Reads the conversation again: offered where messages are missing. */
  readonly onReadAgain?: (() => void) | undefined;
}

function findLanding(scroller: HTMLElement): Element | undefined {
  return scroller.getElementsByClassName('landing')[0];
}

function describeNews(count: number): string {
  return t(pickCount(count, 'newMessageOne', 'newMessageOther'), formatCount(count));
}

/** The whole moment, for the hover. Written when it is pointed at: to write it for ten thousand messages takes a while. */
function nameMoment({ target }: Event, clock: Clock): void {
  if (target instanceof HTMLTimeElement && target.title === '') target.title = clock.formatMoment(target.dateTime);
}

/** All messages of a conversation, from where reading best starts. Give it the conversation's ref as key. */
export function Transcript({ conversation, isFilling, isReadAgain = false, scroller: shared, onReadAgain }: TranscriptProps) {
  const { messages, gaps } = conversation;
  const clock = useMemo(() => createClock({ language: getLanguage() }), []);
  const own = useRef<SteadyScroller>(null);
  const scroller = shared ?? own;
  const { extent, isDone } = useFilling(messages, () => scroller.current?.findRead());
  const goToEnd = () => scroller.current?.follow('end');
  const { unseen, news, onEnd } = useNewMessages(conversation, scroller);
  const readAgain = useMemo(() => onReadAgain && { onReadAgain, isBusy: isReadAgain }, [onReadAgain, isReadAgain]);
  const missingAtEnd = gaps.find((gap) => gap.before === messages.length)?.missing;
  return (
    <div class="transcript">
      <SteadyScroller
        handle={scroller}
        label={t('transcript')}
        isBusy={isFilling || isReadAgain || !isDone}
        findLanding={findLanding}
        onEnd={unseen > 0 ? onEnd : undefined}
      >
        <div class="log-content" onPointerOver={(event) => nameMoment(event, clock)}>
          <AvatarIcons />
          <ReadAgain.Provider value={readAgain}>
            {planChunks(messages.length, extent).map((chunk) => (
              <MessageChunk key={chunk.key} conversation={conversation} chunk={chunk} origin={extent.origin} clock={clock} />
            ))}
            {isDone && missingAtEnd !== undefined && <GapMark missing={missingAtEnd} />}
          </ReadAgain.Provider>
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
    </div>
  );
}
