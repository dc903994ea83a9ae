import type { Entry } from '../../lib/transcript/arrange-messages.ts';
import type { Clock } from '../../lib/transcript/clock.ts';
import { drawMessageParts } from './draw-message-parts.tsx';
import { isPlain } from './draw-message-text.tsx';
import { fillMessage } from './fill-message.ts';
import './message.css';

interface DrawnMessage {
  readonly entry: Entry;
  readonly key: number;
  readonly clock: Clock;
  /** Reading starts here. */
  readonly isLanding: boolean;
}

/**
 * One message. A function rather than a component, as are its parts, and where nothing in it can be pressed, one element to Preact:
 * of ten thousand messages, that takes two thirds of the time away.
 */
export function drawMessage({ entry, key, clock, isLanding }: DrawnMessage) {
  const { message, continues } = entry;
  const named = {
    class: `message ${message.role}${continues ? ' continues' : ''}${isLanding ? ' landing' : ''}`,
    'data-message-id': message.id,
    'data-role': message.role,
  };
  // Keys of their own: what is in one kind of article is unknown to the other.
  return isPlain(message) ? (
    <article
      key={`plain ${key}`}
      {...named}
      ref={(article) => {
        if (article) fillMessage(article, entry, clock);
      }}
    />
  ) : (
    <article key={key} {...named}>
      {drawMessageParts(entry, clock)}
    </article>
  );
}
