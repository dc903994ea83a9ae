/** A label without the signs around it: what a rule names it by. */
export function trimLabel(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[\s:=#№*?.\-–—|>→(["']+$/gu, '');
}
