import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../hooks/translate.ts';

function readSecondsLeft(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** Whole seconds until a time (ms since the epoch), as they pass; 0 where there is none. */
export function useSecondsLeft(until: number | undefined): number {
  const [, setTurn] = useState(0);
  const left = until === undefined ? 0 : readSecondsLeft(until);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setTurn((turn) => turn + 1), 500);
    return () => clearInterval(timer);
  }, [isOver]);
  return left;
}

/** Seconds until asking again makes sense; for the eye only, a screen reader would be told every second. */
export function RetryCountdown({ left, text }: { readonly left: number; readonly text: MessageKey }) {
  return (
    <p class="failure-countdown" aria-hidden="true">
      {left > 0 ? t(text, String(left)) : t('retryNow')}
    </p>
  );
}
