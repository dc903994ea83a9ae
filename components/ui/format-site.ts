/** An origin as an agent knows it: without the scheme that nearly all share. */
export function formatSite(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
