import { addSidebar } from '../platform/content-script.ts';

/** ms. Until then the browser has the conversation to draw in the side panel; the launcher is what leads to it where there is none. */
const LATER = 200;

/** Tabs whose launcher is on its way. */
const coming = new Set<number>();

/** Brings the in-page sidebar into a tab, unless it is there: at once where the agent left it open, its launcher in a moment. */
export async function bringSidebar(tab: number, isOpen: boolean): Promise<void> {
  if (isOpen) return addSidebar(tab);
  if (coming.has(tab)) return;
  coming.add(tab);
  setTimeout(() => {
    coming.delete(tab);
    void addSidebar(tab);
  }, LATER);
}
