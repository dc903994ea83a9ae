import { useEffect, useState } from 'preact/hooks';
import { type SeenTab, watchActiveTab } from '../../lib/platform/tabs.ts';

/** The active tab of this view's own window; undefined until the browser has told. */
export function useActiveTab(): SeenTab | undefined {
  const [tab, setTab] = useState<SeenTab>();
  useEffect(() => {
    const watching = new AbortController();
    watchActiveTab(setTab, watching.signal);
    return () => watching.abort();
  }, []);
  return tab;
}
