import { readBoxText } from './box-text.ts';
import { CELLS } from './find-cells.ts';
import { isBesideCurrent } from './is-beside-current.ts';
import { isMessage } from './is-glimpse.ts';
import { isAllOf, leadsElsewhere } from './leads-elsewhere.ts';
import {
  isOtherTicketsLine,
  namesAids,
  namesClosed,
  namesOtherTickets,
  namesTicketList,
  namesTickets,
} from './name-other-tickets.ts';
import { namesOf } from './names-of.ts';
import { type Foreign, ITEM, type OpenPlace } from './open-place.ts';
import { isTemplate } from './read-example.ts';

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
const MAX_LINE_PARTS = 4;
/** What has so many ways to elsewhere in it is no heading. */
const MIN_BAR = 3;
const LEADS = 'a[href],button,[role="button"],[role="link"]';
const MAX_STEPS = 40;
const MAX_DEPTH = 200;

/** Ways to elsewhere by their words; icons are tools. */
function countWays(bar: Element): number {
  return [...bar.querySelectorAll(LEADS)].filter(({ textContent }) => /\p{L}/u.test(textContent ?? '')).length;
}

/** The heading that `element` stands under inside its parent; `undefined`: there is none. */
function findHeading(element: Element): Element | undefined {
  let one = element.previousElementSibling;
  for (let step = 0; one && step < MAX_STEPS; step += 1) {
    if (one.matches(HEADING) && countWays(one) < MIN_BAR) return one;
    const title = one.firstElementChild?.matches(TITLE) ? one.firstElementChild : undefined;
    // A bar with a title and the button that closes what is under it.
    if (title && [...one.children].every((part) => part === title || part.matches(LEADS))) return title;
    one = one.previousElementSibling;
  }
  return undefined;
}

/** A bold line that a box begins with. */
function findBold(element: Element): Element | undefined {
  const first = element.parentElement?.firstElementChild;
  return first && first !== element && first.matches('b,strong') && !/\d/.test(first.textContent ?? '') ? first : undefined;
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

function beginsWithMessage(box: Element): boolean {
  for (let first = box.firstElementChild; first; first = first.firstElementChild) if (isMessage(first)) return true;
  return false;
}

/** A small box that begins with the name of another ticket, or is a template. */
function judgeText(box: Element, { names, subject }: OpenPlace): Foreign | undefined {
  if (box.matches('main,[role="main"]') || (subject && box.contains(subject))) return undefined;
  const text = readBoxText(box, MAX_BOX);
  if (text === undefined) return undefined;
  if (isTemplate(text)) return 'example';
  const isListed = box.closest(`${ITEM},aside,[role="complementary"],[role="dialog"]`) !== null;
  if (!names.startsWithOther(text, isListed) || names.holdsOwn(text) || isMessage(box)) return undefined;
  // The first of a list speaks for itself only, and so does a ticket's first message, or a notice over its messages.
  if (beginsWithMessage(box) || box.querySelectorAll('article,[role="article"]').length > 1) return undefined;
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
  if (
    announces(heading, namesOtherTickets) ||
    announces(findBold(box), namesOtherTickets) ||
    (isShort && announces(line, isOtherTicketsLine))
  )
    return 'other-ticket';
  if (heading?.localName === 'summary' && announces(heading, namesClosed)) return 'other-ticket';
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

/** A text may stand right under the title of its box, in no element of its own. */
function judgeOwnTitle({ firstElementChild: title }: Element): Foreign | undefined {
  if (!title?.matches(TITLE)) return undefined;
  return announces(title, namesOtherTickets) ? 'other-ticket' : announces(title, namesAids) ? 'example' : undefined;
}

/** What the boxes around `element` are, by their headings, names and first words. */
export function judgeAround(element: Element, place: OpenPlace): Foreign | undefined {
  const path: Element[] = [];
  let verdict = judgeOwnTitle(element);
  if (verdict) return verdict;
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
