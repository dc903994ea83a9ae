/** How an element is read; what is not listed is a block. */
export type Kind = 'skip' | 'struck' | 'look' | 'inline' | 'control' | 'frame' | 'slot' | 'br' | 'hr' | 'block';

const KINDS = new Map<string, Kind>();
for (const [kind, tags] of Object.entries({
  // Code, pictures, what the browser does not draw, and choices not made.
  skip: 'script style noscript template head meta link title object embed video audio canvas svg math datalist option optgroup progress meter map img picture col colgroup',
  // Holds no longer; what follows may.
  struck: 'del s strike',
  // What changes the look of letters inside a word.
  look: 'b i em strong mark u font wbr ins small big tt bdi bdo abbr',
  inline: 'span a code cite q time kbd var samp data output label sub sup dfn button',
  control: 'input textarea select',
  frame: 'iframe frame',
  slot: 'slot',
  br: 'br',
  hr: 'hr',
}) as [Kind, string][]) {
  for (const tag of tags.split(' ')) KINDS.set(tag, kind);
}

/** How an element is read, by its name; a cell is one by its role, too. */
export function kindOf(element: Element): Kind {
  const kind = KINDS.get(element.localName) ?? 'block';
  return kind === 'inline' && /(?:cell|header)$/.test(element.getAttribute('role') ?? '') ? 'block' : kind;
}
