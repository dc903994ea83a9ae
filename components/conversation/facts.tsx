import { Bot, CalendarClock, Headset, Hourglass, type IconNode, MessagesSquare, Tag, ThumbsDown, ThumbsUp } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ConversationFacts } from '../../lib/domain/conversation.ts';
import { createClock } from '../../lib/transcript/clock.ts';
import { getLanguage, t } from '../hooks/translate.ts';
import { formatCount, pickCount } from '../ui/format-count.ts';
import { Icon } from '../ui/icon.tsx';
import { FactLinks } from './fact-links.tsx';
import './facts.css';

interface ChipProps {
  readonly fact: string;
  readonly value: string;
  readonly icon?: IconNode;
  /** Said where the icon says more than the words. */
  readonly iconLabel?: string;
  readonly title?: string;
  readonly children?: ComponentChildren;
}

function Chip({ fact, value, icon, iconLabel, title, children }: ChipProps) {
  return (
    <span class="chip" data-fact={fact} data-value={value} title={title}>
      {icon && <Icon icon={icon} size={13} {...(iconLabel === undefined ? {} : { label: iconLabel })} />}
      {children}
    </span>
  );
}

const HANDLERS = { bot: Bot, human: Headset } as const;

/** Taken over from the bot is not yet taken by an agent: who is queued waits for one. */
function nameHandler(handledBy: keyof typeof HANDLERS, isQueued: boolean) {
  if (handledBy === 'bot') {
    return 'handledByBot';
  }
  return isQueued ? 'handledByNobody' : 'handledByHuman';
}

function QueueChip({ queue }: { readonly queue: NonNullable<ConversationFacts['queue']> }) {
  const { position, waitMinutes } = queue;
  return (
    <Chip fact="queue" value={String(position)} icon={Hourglass}>
      {waitMinutes === undefined
        ? t('factQueue', formatCount(position))
        : t('factQueueWait', formatCount(position), formatCount(waitMinutes))}
    </Chip>
  );
}

function FeedbackChip({ feedback }: { readonly feedback: NonNullable<ConversationFacts['feedback']> }) {
  const { positive, text } = feedback;
  const meaning = t(positive ? 'feedbackPositive' : 'feedbackNegative');
  const icon = positive ? ThumbsUp : ThumbsDown;
  // The comment alone is the chip's text; what kind it is, the icon says.
  return text ? (
    <Chip fact="feedback" value={positive ? 'positive' : 'negative'} icon={icon} iconLabel={meaning} title={text}>
      <span class="chip-quote" dir="auto">
        {text}
      </span>
    </Chip>
  ) : (
    <Chip fact="feedback" value={positive ? 'positive' : 'negative'} icon={icon}>
      {meaning}
    </Chip>
  );
}

/** One of the account's own fields. Of some, only a number is known. */
function FieldChip({ name, value }: { readonly name: string; readonly value: string }) {
  const label = /^\d+$/.test(name) ? t('factField', name) : name;
  return (
    <Chip fact="field" value={value} icon={Tag} title={`${label}: ${value}`}>
      <span class="chip-quote" dir="auto">
        {`${label}: ${value}`}
      </span>
    </Chip>
  );
}

/** How many messages there are, and how many of them have been read while that goes on. */
function TotalChip({ total, read }: { readonly total: number; readonly read: number | undefined }) {
  const all = t(pickCount(total, 'messageCountOne', 'messageCountOther'), formatCount(total));
  return (
    <Chip fact="total" value={String(total)} icon={MessagesSquare}>
      {read === undefined ? all : <span data-part="progress">{t('readOf', formatCount(read), all)}</span>}
    </Chip>
  );
}

interface FactsProps {
  readonly facts: ConversationFacts;
  /** Messages read so far, while a long conversation is being read. */
  readonly read?: number | undefined;
}

/** What the provider says about the conversation as a whole; only what is known. */
export function Facts({ facts, read }: FactsProps) {
  const clock = useMemo(() => createClock({ language: getLanguage() }), []);
  const { state, handledBy, queue, feedback, total, started, fields = [] } = facts;
  return (
    <div class="facts">
      {state && (
        <Chip fact="state" value={state}>
          <span class="chip-dot" />
          {t(state === 'open' ? 'stateOpen' : 'stateClosed')}
        </Chip>
      )}
      {handledBy && (
        <Chip fact="handled-by" value={handledBy} icon={HANDLERS[handledBy]}>
          {t(nameHandler(handledBy, queue !== undefined))}
        </Chip>
      )}
      {queue && <QueueChip queue={queue} />}
      {total !== undefined && <TotalChip total={total} read={read} />}
      {started && (
        <Chip fact="started" value={started} icon={CalendarClock} title={clock.formatMoment(started)}>
          {clock.formatStart(started)}
        </Chip>
      )}
      {feedback && <FeedbackChip feedback={feedback} />}
      {fields.map(({ name, value }) => (
        <FieldChip key={`${name} ${value}`} name={name} value={value} />
      ))}
      <FactLinks facts={facts} />
    </div>
  );
}
