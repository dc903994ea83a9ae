import { findLabels } from './find-labels.ts';
import { unwrapAddress } from './find-links.ts';

const INTEGER = /\d+/g;
const HEADINGS = 'h1,[role="heading"][aria-level="1"],[aria-label*="readcrumb"],[class*="readcrumb"]';
const MAX_HEADINGS = 20;

function collect(text: string, into: Set<string>): void {
  for (const [digits] of text.matchAll(INTEGER)) into.add(digits.replace(/^0+(?=\d)/, ''));
}

/** Numbers of a heading, but for those that a word for "conversation" announces: a ticket's subject may name the chat. */
function collectHeading(text: string, isOwnWord: boolean, into: Set<string>): void {
  const announced = findLabels(text).filter(({ strength, provider, start, end }) => {
    const isChat = provider !== undefined || /chat/i.test(text.slice(start, end));
    return strength !== 'foreign' && (isChat || !isOwnWord);
  });
  for (const match of text.matchAll(INTEGER)) {
    const isNamed = announced.some(({ end }) => match.index >= end && match.index - end <= 4);
    if (!isNamed) into.add(match[0].replace(/^0+(?=\d)/, ''));
  }
}

/**
 * Numbers that are the helpdesk's own: those of the page's address, its title, its headings and the shown ticket number.
 * `isOwnWord`: the helpdesk calls its own tickets conversations.
 */
export function findOwnNumbers(
  url: URL,
  document: Document,
  { shown, isOwnWord, scope }: { readonly shown: string; readonly isOwnWord: boolean; readonly scope: readonly Element[] },
): ReadonlySet<string> {
  const own = new Set<string>();
  collect(unwrapAddress(`${url.pathname}${url.search}${url.hash}`), own);
  collectHeading(document.title, isOwnWord, own);
  for (const element of scope) {
    for (const heading of [...element.querySelectorAll(HEADINGS)].slice(0, MAX_HEADINGS)) {
      collectHeading((heading.textContent ?? '').slice(0, 300), isOwnWord, own);
    }
  }
  if (shown) for (const element of document.querySelectorAll(shown)) collect((element.textContent ?? '').slice(0, 80), own);
  return own;
}
