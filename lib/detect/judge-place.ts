import { CELLS } from './find-cells.ts';
import { isAutoLink } from './is-auto-link.ts';
import { findRows, isGlimpse, isHeaded, isKind, isListItem } from './is-glimpse.ts';
import { isInListBefore, isInListColumn } from './is-in-list-before.ts';
import { isLinkCard } from './is-link-card.ts';
import { isOfOther } from './is-of-other.ts';
import { isPaired } from './is-paired.ts';
import { judgeAround } from './judge-around.ts';
import { isAllOf, leadsElsewhere, leavesSite } from './leads-elsewhere.ts';
import { isOtherTicketsLine } from './name-other-tickets.ts';
import { type Foreign, ITEM, type OpenPlace, type PlacedText } from './open-place.ts';
import { isWithin, precedes } from './page.ts';

const MAX_CARD = 200;
const MAX_CARD_DEPTH = 4;

/** Whether a small box around `element` begins with a link to another ticket, as a card does. */
function isOnCard(element: Element, leads: (link: Element) => boolean): boolean {
  let box: Element | null = element;
  for (let climb = 0; box && climb < MAX_CARD_DEPTH; climb += 1) {
    const first = box.firstElementChild;
    // A box may be large: its text is asked for where it matters.
    if (first?.matches('a[href]') && leads(first)) {
      const text = box.textContent?.trim() ?? '';
      return text.length <= MAX_CARD && text.startsWith(first.textContent?.trim() || '-');
    }
    box = box.parentElement;
  }
  return false;
}

/** Somebody else's line in what stands beside the ticket: a card, or a row that begins with who it is of. */
function isGlimpsed(element: Element, finding: PlacedText, subject: Element | null): boolean {
  const { kind, label, rest } = finding;
  // What stands before a link says whose it is, not that it is a line of text.
  const lead = kind === 'link' && element.closest('a[href]') ? undefined : finding.lead;
  if (isInListColumn(element, finding, subject)) return true;
  const main = element.ownerDocument.querySelector('main,[role="main"]');
  if (!main) return isInListBefore(element, finding, subject ?? element.ownerDocument.querySelector('#main,.main'));
  if (main.contains(element)) return false;
  if (lead !== undefined && element.closest('aside,[role="complementary"]') && element.closest('article,[role="article"]'))
    return true;
  const isLink = kind === 'link' && (label === '' || element.closest('a[href]') !== null);
  const rows = isLink ? [] : findRows(element, label).filter((row) => !row.contains(main));
  const glimpses = rows.filter((row, index) => isGlimpse(row, label) && (index === 0 || !isHeaded(row)));
  // What comes before the ticket is the list that it was opened from, unless it is a field as the ticket has them.
  const isBefore = precedes(element, main);
  if (isBefore) return glimpses.length > 0 || !isKind(lead ?? '') || /[\p{L}\p{N}]/u.test(rest ?? '');
  if (isPaired(element, finding)) return false;
  return lead !== undefined && glimpses.some((row) => isListItem(row) && !isHeaded(row));
}

/**
 * Whether `element` belongs to another ticket or to none: under a heading that says so, inside a link to one, or in a list whose items
 * lead to others. One item with a link to another ticket is a message that mentions it.
 */
export function judgePlace(element: Element, finding: PlacedText, place: OpenPlace): Foreign | undefined {
  const { lead } = finding;
  const { dialog } = place;
  if (dialog && dialog.ownerDocument === element.ownerDocument && !isWithin(element, dialog)) return 'other-ticket';
  const leads = (link: Element) => leadsElsewhere(link, place);
  const closest = element.closest('a[href],button,[role="button"],[role="link"]');
  const link = closest && !isAutoLink(closest, finding) ? closest : null;
  const item = element.closest(ITEM);
  // An item that is a link as a whole is a glimpse of what it opens.
  const isGlimpseLink =
    link && item && isAllOf(link, item) && !leavesSite(link, place.url) && /\p{L}/u.test(link.textContent ?? '');
  if (isGlimpseLink || (link && (leads(link) || (!leavesSite(link, place.url) && isLinkCard(link, finding)))))
    return 'other-ticket';
  const around = judgeAround(element, place);
  if (around) return around;
  if (lead !== undefined && (isOfOther(finding, place.names) || isOtherTicketsLine(lead.replace(/[:–—-].*$/, ''))))
    return 'other-ticket';
  return isGlimpsed(element, finding, place.subject) || isOnCard(element, leads) || isInListOfLinks(item, leads)
    ? 'other-ticket'
    : undefined;
}

function isInListOfLinks(item: Element | null, leads: (link: Element) => boolean): boolean {
  // A bare number within a sentence mentions a ticket.
  const isName = (link: Element, one: Element) =>
    /\p{L}/u.test(link.textContent ?? '') || one.textContent?.trim().startsWith(link.textContent?.trim() || '-');
  const listLeads = (one: Element) =>
    [...one.querySelectorAll('a[href]')].slice(0, 20).filter((link) => isName(link, one) && leads(link));
  const hasLead = (one: Element) => listLeads(one).length > 0;
  if (!item || !hasLead(item)) return false;
  // Under names of columns, a cell that is all link says whose row it is.
  const isTabled = item.closest('table,[role="grid"]')?.querySelector('thead,th+th,[role="columnheader"]') != null;
  if (isTabled && listLeads(item).some((one) => isAllOf(one, one.closest(CELLS)))) return true;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
