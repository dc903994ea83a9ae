import { useState } from 'preact/hooks';
import type { Ref } from '../../lib/domain/ref.ts';
import { tell } from '../../lib/platform/messages.ts';

/** What a single look at the page gave. */
export type PageScan =
  | { readonly state: 'idle' | 'busy' | 'unreadable' }
  | { readonly state: 'done' /** Best first. */; readonly refs: readonly Ref[] };

/**
 * One look at the page in a tab, at the agent's click. `show` gets what is to be looked up at once: all found are one id. `next`
 * is the same id in the other chat system, for where the first does not know it; `forget` when the agent goes elsewhere.
 */
export function usePageScan(tab: number | undefined, show: (ref: Ref) => void) {
  const [scan, setScan] = useState<PageScan>({ state: 'idle' });
  const [[next, ...later], setRest] = useState<readonly Ref[]>([]);
  const find = async (): Promise<void> => {
    if (tab === undefined) return;
    setScan({ state: 'busy' });
    const found = await tell('scan-page', { tab });
    if (!found?.ok) return setScan({ state: 'unreadable' });
    setScan({ state: 'done', refs: found.value });
    const [first, ...rest] = found.value;
    if (!first || rest.some(({ id }) => id !== first.id)) return;
    setRest(rest);
    show(first);
  };
  const pass = () => {
    if (next) show(next);
    setRest(later);
  };
  return { scan, next, pass, find: () => void find(), forget: () => setRest([]) };
}
