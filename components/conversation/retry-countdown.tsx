import { useEffect, useState } from 'preact/hooks';
import { t } from '../hooks/translate.ts';

function readSecondsLeft(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** Seconds until asking again makes sense; for the eye only, a screen reader would be told every second. */
export function RetryCountdown({ until }: { readonly until: number }) {
  const [left, setLeft] = useState(() => readSecondsLeft(until));
  useEffect(() => {
    const timer = setInterval(() => setLeft(readSecondsLeft(until)), 500);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <p class="failure-countdown" aria-hidden="true">
      {left > 0 ? t('retryIn', String(left)) : t('retryNow')}
    </p>
  );
}
