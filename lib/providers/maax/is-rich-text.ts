/** The contract's allow-list. */
const TAGS =
  'p|div|span|br|b|strong|i|em|u|a|ul|ol|li|blockquote|pre|code|h[1-6]|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td';

const BEGINS = new RegExp(`^<(?:${TAGS})(?:\\s[^>]*|/)?>`, 'i');
const ENDS = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*|\/)?>$/i;

/** Whether a MAAX text is drawn as rich text: trimmed, it begins with a tag of the allow-list and ends with a tag. */
export function isRichText(text: string): boolean {
  const trimmed = text.trim();
  // The last `<` alone is looked at: from every one, a long text of them would take for ever.
  return BEGINS.test(trimmed) && ENDS.test(trimmed.slice(trimmed.lastIndexOf('<')));
}
