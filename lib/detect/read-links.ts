import { findLinks, mayHoldLink, unwrapAddress } from './find-links.ts';
import { type Finding, isQuoted } from './finding.ts';
import { judgeAddressId, toFinding } from './read-text.ts';

/** Longer addresses are not read: no link to a conversation needs as much. */
const MAX_ADDRESS = 4000;
const MIN_SHOWN = 12;

const MAX_LEAD = 160;
const BLOCKS = /^(?:BR|HR|P|DIV|UL|OL|DL|LI|TABLE|H\d|SECTION|ARTICLE|ASIDE|HEADER|FOOTER|BLOCKQUOTE|PRE|FORM)$/i;
const UNREAD = /^(?:#comment|script|style|template)$/i;

/** What stands before a link in its line; undefined: nothing is known. */
function leadOf(link: Element): string | undefined {
  let lead = '';
  for (let one = link.previousSibling; one && lead.length < MAX_LEAD; one = one.previousSibling) {
    if (BLOCKS.test(one.nodeName)) break;
    if (!UNREAD.test(one.nodeName)) lead = (one.textContent ?? '') + lead;
  }
  return lead.trim() ? lead.slice(-MAX_LEAD) : undefined;
}

/** The ids that a link's target holds. */
export function readLink(link: HTMLAnchorElement): readonly Finding[] {
  const href = link.getAttribute('href') ?? '';
  if (!mayHoldLink(href) || href.length > MAX_ADDRESS) return [];
  const lead = leadOf(link);
  return findLinks(unwrapAddress(href)).map(({ id, provider, label }) =>
    toFinding({
      ...{ id, provider, label, kind: 'link', excerpt: href, node: link, isQuoted: isQuoted(link), ...(lead ? { lead } : {}) },
      refusal: judgeAddressId(id),
    }),
  );
}

/** The ids of an address that is cut short by dots, and whole in the tooltip. */
export function readCutLink(element: Element): readonly Finding[] {
  const title = element.getAttribute('title') ?? '';
  if (!mayHoldLink(title) || title.length > MAX_ADDRESS) return [];
  const shown = (element.textContent ?? '').trim();
  const start = shown.replace(/(?:…|\[?\.{2,3}\]?|\[…\])$/, '');
  if (start === shown || start.length < MIN_SHOWN || !title.startsWith(start)) return [];
  return findLinks(title).map(({ id, provider, label }) =>
    toFinding({
      ...{ id, provider, label, kind: 'link', excerpt: title, node: element, isQuoted: isQuoted(element) },
      refusal: judgeAddressId(id),
    }),
  );
}
