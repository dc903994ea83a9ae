import type { Refusal } from '../domain/candidate.ts';
import { readBoxText } from './box-text.ts';
import { CELLS } from './find-cells.ts';
import type { Finding } from './finding.ts';
import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { isBesideCurrent } from './is-beside-current.ts';
import { findRows, isGlimpse, isHeaded, isKind, isListItem, isMessage } from './is-glimpse.ts';
import { isInListBefore } from './is-in-list-before.ts';
import { isLinkCard } from './is-link-card.ts';
import { isOfOther } from './is-of-other.ts';
import { isOtherTicketsLine, namesAids, namesOtherTickets, namesTicketList, namesTickets } from './name-other-tickets.ts';
import { namesOf } from './names-of.ts';
import { precedes } from './page.ts';
import { isTemplate } from './read-example.ts';
import type { TicketNames } from './ticket-names.ts';

const ITEM = 'li,tr,[role="row"],[role="option"],[role="listitem"],[role="article"],article';

function shapeOf(url: URL): string {
  return `${url.host}${url.pathname}${url.search}`.replace(/\d+/g, '0');
}

function leadsElsewhere(link: Element, { helpdesk, ticket, url: page }: OpenPlace): boolean {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, page.href)) return false;
  const target = new URL(href, page.href);
  if (target.origin !== page.origin || target.href === page.href) return false;
  // A place on this page, where addresses name tickets by their paths.
  if (page.hash === '' && target.pathname + target.search === page.pathname + page.search) return false;
  const isTicket = helpdesk.id !== generic.id || (shapeOf(target) === shapeOf(page) && /\d/.test(target.pathname + target.search));
  const key = isTicket ? helpdesk.ticketKey(target) : undefined;
  return key !== undefined && key !== ticket;
}

const TITLE = 'h2,h3,h4,h5,h6,[role="heading"],[class*="title" i]';
const HEADING = `${TITLE},header,legend,summary,caption,[class*="header" i]`;
const LIST = '[role="list"],[role="listbox"],[role="feed"]';
/** How pages mark lists, glimpses and what floats over the ticket. */
const OTHER_MARK =
  /(?:ticket|case|issue|conversation|inbox|request)s?[-_ ]?(?:list|queue|preview|snippet)|(?:ticket|case|conversation)s[-_ ]?grid|(?:recent|related|other|previous|past|linked|similar)[-_ ]?(?:ticket|case|issue|conversation|request)(?!s?[-_ ]?(?:id|n))|(?:^|[\s_-])peek(?:$|[\s_-])|preview[-_ ]?(?:panel|pane|drawer)|(?:popover|hover-?card|toast)(?:\s|$)|(?:^|\s)tooltip(?:\s|$)/i;
const MARKS = ['class', 'id', 'role', 'data-test-id', 'data-testid', 'data-test'];
/** Marks of ready-made answers, articles and notices. */
const AID_MARK =
  /(?:macro|canned|template|predefined|snippet|saved-?repl|quick-?repl|text-?module|knowledge|suggested|kb)[-_ ]?(?:preview|popup|panel|drawer|list|modal|dialog|article|answer|picker|response|repl|popover)|knowledge-?base|incoming-?chat|notification/i;
const TICKET_COLUMN =
  /^(?:#|№|n[ro]?\.?°?|num(?:ber|mer|éro|ero)?|número|ticket|case|incident|issue|request|key|ids?|sak|sag|ärende|vorgang|fall|caso|dossier|tiketti|番号|件|编号|번호)?(?:\W|$)|ticket/i;
const MAX_BOX = 400;
const MAX_CARD = 200;
const MAX_CARD_DEPTH = 4;
const MAX_LINE_PARTS = 4;
const MAX_STEPS = 40;
const MAX_DEPTH = 200;

/** The heading that `element` stands under inside its parent; `undefined`: there is none. */
function findHeading(element: Element): Element | undefined {
  let one = element.previousElementSibling;
  for (let step = 0; one && step < MAX_STEPS; step += 1) {
    if (one.matches(HEADING)) return one;
    one = one.previousElementSibling;
  }
  return undefined;
}

/** What a box is that belongs to no ticket, or to another one. */
type Foreign = Extract<Refusal, 'other-ticket' | 'example'>;

/** What a scan knows of boxes already: many numbers of a page stand in the same ones. */
export type KnownBoxes = Map<Element, Foreign | undefined>;

/** Where a number stands in its line. */
type PlacedText = Pick<Finding, 'id' | 'kind' | 'label' | 'lead' | 'rest'>;

/** The open ticket, as its page names it. */
export interface OpenPlace {
  readonly helpdesk: Helpdesk;
  readonly ticket: string;
  readonly url: URL;
  readonly names: TicketNames;
  /** The ticket's own heading. */
  readonly subject: Element | null;
  readonly known: KnownBoxes;
}

function leavesSite(link: Element, page: URL): boolean {
  const href = link.getAttribute('href') ?? '';
  return /^(?:https?:)?\/\//i.test(href) && URL.parse(href, page.href)?.origin !== page.origin;
}

function isAllOf(link: Element, box: Element | null | undefined): boolean {
  return link.textContent?.trim() === box?.textContent?.trim();
}

/** The open ticket may stand in a box that is named after the list in it. */
function isMarkedOther(box: Element): boolean {
  const marks = MARKS.map((name) => box.getAttribute(name)).join(' ');
  return OTHER_MARK.test(marks) && !box.querySelector('h1,main,textarea');
}

/** A ticket's own subject may say as much. */
function announces(line: Element | null | undefined, isAnnouncing: (text: string) => boolean): boolean {
  const text = line?.textContent?.trim() ?? '';
  return isAnnouncing(text) && !line?.ownerDocument.title.includes(text);
}

/** A small box that begins with the name of another ticket, or is a template. */
function judgeText(box: Element, { names, subject }: OpenPlace): Foreign | undefined {
  if (box.matches('main,[role="main"]') || (subject && box.contains(subject))) return undefined;
  const text = readBoxText(box, MAX_BOX);
  if (text === undefined) return undefined;
  if (isTemplate(text)) return 'example';
  const isListed = box.closest(`${ITEM},aside,[role="complementary"],[role="dialog"]`) !== null;
  if (!names.startsWithOther(text, isListed) || names.holdsOwn(text) || isMessage(box)) return undefined;
  // The first of a list speaks for itself only.
  const first = box.querySelector(ITEM);
  return first && text.startsWith(readBoxText(first, MAX_BOX) || '-') ? undefined : 'other-ticket';
}

function judgeNames(box: Element): Foreign | undefined {
  const names = namesOf(box);
  if (isMarkedOther(box) || names.some(namesOtherTickets) || (box.matches(LIST) && names.some(namesTickets))) return 'other-ticket';
  const isOwn = box.matches('main,[role="main"]') || box.querySelector('h1,main') !== null;
  return !isOwn && (AID_MARK.test(MARKS.map((name) => box.getAttribute(name)).join(' ')) || names.some((name) => namesAids(name)))
    ? 'example'
    : undefined;
}

function judgeHeading(box: Element, place: OpenPlace): Foreign | undefined {
  const [heading, line] = [findHeading(box), box.previousElementSibling];
  const { subject } = place;
  // "My tickets" over the whole application says nothing of the one that is open in it.
  if (subject && (box.contains(subject) || heading?.contains(subject))) return undefined;
  const isShort = (line?.getElementsByTagName('*').length ?? 0) < MAX_LINE_PARTS;
  if (announces(heading, namesOtherTickets) || (isShort && announces(line, isOtherTicketsLine))) return 'other-ticket';
  const title = heading?.matches(TITLE) ? heading : undefined;
  if (announces(heading, (text) => namesAids(text, !title))) return 'example';
  if (announces(title, namesTicketList) || (announces(title, place.names.namesOther) && !isMessage(box))) return 'other-ticket';
  // A bar of buttons leads to the next ticket; a title that does is that ticket's.
  const link = title?.querySelector('a[href]');
  return link && isAllOf(link, title) && leadsElsewhere(link, place) ? 'other-ticket' : undefined;
}

/** A row of a table that begins with the number of another ticket, in a column that is named after tickets or not at all. */
function judgeRow(box: Element, { names }: OpenPlace): Foreign | undefined {
  const [first, second] = box.matches('tr,[role="row"]') ? box.querySelectorAll(CELLS) : [];
  if (!first || !second || !names.isOther(first.textContent ?? '')) return undefined;
  const column = box.closest('table,[role="grid"],[role="table"]')?.querySelector('thead th,[role="columnheader"]');
  return column && !TICKET_COLUMN.test(column.textContent?.trim() ?? '') ? undefined : 'other-ticket';
}

function judgeBox(box: Element, place: OpenPlace): Foreign | undefined {
  return (
    judgeNames(box) ??
    judgeHeading(box, place) ??
    judgeText(box, place) ??
    judgeRow(box, place) ??
    (isBesideCurrent(box) ? 'other-ticket' : undefined)
  );
}

/** What the boxes around `element` are, by their headings, names and first words. */
function judgeAround(element: Element, place: OpenPlace): Foreign | undefined {
  const path: Element[] = [];
  let verdict: Foreign | undefined;
  for (let box: Element | null = element; box && box.localName !== 'body' && path.length < MAX_DEPTH; box = box.parentElement) {
    if (place.known.has(box)) {
      verdict = place.known.get(box);
      break;
    }
    path.push(box);
    verdict = judgeBox(box, place);
    if (verdict) break;
  }
  for (const box of path) place.known.set(box, verdict);
  return verdict;
}

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
  const { kind, label, lead, rest } = finding;
  const main = element.ownerDocument.querySelector('main,[role="main"]');
  if (!main) return isInListBefore(element, finding, subject ?? element.ownerDocument.querySelector('#main,.main'));
  if (main.contains(element)) return false;
  if (lead !== undefined && element.closest('aside,[role="complementary"]') && element.closest('article,[role="article"]'))
    return true;
  const rows = kind === 'link' ? [] : findRows(element, label).filter((row) => !row.contains(main));
  const glimpses = rows.filter((row, index) => isGlimpse(row) && (index === 0 || !isHeaded(row)));
  // What comes before the ticket is the list that it was opened from, unless it is a field as the ticket has them.
  const isBefore = precedes(element, main);
  if (isBefore) return glimpses.length > 0 || !isKind(lead ?? '') || /[\p{L}\p{N}]/u.test(rest ?? '');
  return lead !== undefined && glimpses.some((row) => isListItem(row) && !isHeaded(row));
}

/**
 * Whether `element` belongs to another ticket or to none: under a heading that says so, inside a link to one, or in a list whose items
 * lead to others. One item with a link to another ticket is a message that mentions it.
 */
export function judgePlace(element: Element, finding: PlacedText, place: OpenPlace): Foreign | undefined {
  const { lead } = finding;
  const leads = (link: Element) => leadsElsewhere(link, place);
  const link = element.closest('a[href],button,[role="button"],[role="link"]');
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
  const listLeads = (one: Element) => [...one.querySelectorAll('a[href]')].slice(0, 20).filter(leads);
  const hasLead = (one: Element) => listLeads(one).length > 0;
  if (!item || !hasLead(item)) return false;
  // Under names of columns, a cell that is all link says whose row it is.
  const isTabled = item.closest('table,[role="grid"]')?.querySelector('thead,th+th,[role="columnheader"]') != null;
  if (isTabled && listLeads(item).some((one) => isAllOf(one, one.closest(CELLS)))) return true;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
