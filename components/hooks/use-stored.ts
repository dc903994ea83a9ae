import { useEffect, useState } from 'preact/hooks';
import { isPlausible } from '../../lib/platform/is-plausible.ts';
import { type Area, type Key, type StoredValues, watchValue } from '../../lib/platform/stored-value.ts';

/** A stored value as it is now and at each change. `isRead` is false until storage has answered for this very key. */
export interface Stored<T> {
  readonly isRead: boolean;
  readonly value: T | undefined;
}

export function useStored<A extends Area, K extends Key<A>>(area: A, key: K | undefined): Stored<StoredValues[A][K]> {
  const [held, setHeld] = useState<{ key: K; value: StoredValues[A][K] | undefined }>();
  useEffect(() => {
    if (key === undefined) return;
    const watching = new AbortController();
    const hold = (value: StoredValues[A][K] | undefined) =>
      // What cannot be drawn is as good as absent, and about to be set aside.
      setHeld({ key, value: area === 'local' && !isPlausible(key, value) ? undefined : value });
    watchValue(area, key, hold, watching.signal);
    return () => watching.abort();
  }, [area, key]);
  // What was held under another key is another tab's: it must not be drawn for a single frame.
  return held !== undefined && held.key === key ? { isRead: true, value: held.value } : { isRead: false, value: undefined };
}
