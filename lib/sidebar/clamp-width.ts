/** Narrower, and the conversation cannot be read; the stored width has the same floor. */
export const MIN_WIDTH = 280;
const MAX_WIDTH = 760;

/** The widest that the sidebar may be in a window of `viewport` pixels: half of it stays the helpdesk's, where that can be. */
export function maxWidth(viewport: number): number {
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Math.floor(viewport / 2)));
}

/** The width in use: the wanted one, but never off-screen and never too narrow to read where there is room. */
export function clampWidth(wanted: number, viewport: number): number {
  const finite = Number.isFinite(wanted) ? wanted : MIN_WIDTH;
  const width = Math.min(Math.max(finite, MIN_WIDTH), maxWidth(viewport));
  return Math.round(Math.min(width, Math.max(viewport, 1)));
}
