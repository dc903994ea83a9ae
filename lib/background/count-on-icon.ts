import { showCount } from '../platform/badge.ts';
import { createQueue } from './queue.ts';

/** ms. A ticket that is just being read holds nothing at first: to say so, too, would cost the views the time of drawing the toolbar. */
const REST = 50;

/** What the icon is about to say, by tab. */
const counts = new Map<number, number>();
const inTurn = createQueue();

/** Shows on the toolbar icon, in a moment, how many conversations a tab's ticket holds by then. */
export function countOnIcon(tab: number, count: number): void {
  const isComing = counts.has(tab);
  counts.set(tab, count);
  if (isComing) return;
  setTimeout(() => {
    const latest = counts.get(tab) as number;
    counts.delete(tab);
    void inTurn(() => showCount(tab, latest));
  }, REST);
}
