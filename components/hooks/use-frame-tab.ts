import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../lib/platform/messages.ts';

/** The tab that the in-page frame stands in; undefined unless the background sees that its page is an enabled site. */
export function useFrameTab(): number | undefined {
  const [tab, setTab] = useState<number>();
  useEffect(() => {
    void tell('frame-tab', null).then((answer) => setTab(answer?.tab));
  }, []);
  return tab;
}
