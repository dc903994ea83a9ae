import { readVisibility } from './is-visible.ts';
import { PROVIDER_NAMES } from './name-provider.ts';
import { normaliseText } from './normalise-text.ts';
import { isControl, readControl } from './read-control.ts';
import { type FoundNumber, readNumber } from './read-number.ts';

/** Where a value stands: the node whose change means another value, and its text. */
export interface Slot {
  readonly node: Node;
  readonly element: Element;
  readonly text: string;
}

const UNREAD = new Set('script style noscript template svg option button datalist title'.split(' '));
/** A slot holds a value, not a section: what is larger is not read. */
const MAX_NODES = 60;
/** "#254626", "ID 254626", "MAAX AI 254626", "No. 254626". */
const LEAD = new RegExp(`^[\\s"'“«#№:(]*(?:(?:${PROVIDER_NAMES}|id|nr\\.?|no\\.?|n[°º]\\.?)[\\s:#-]{1,3})?[\\s"'#(]*`, 'i');
/** After the number nothing may come that makes it part of a sentence: brackets, quotes and separators are fine. */
const TAIL = /^[\s"'”»).,;:]*(?:$|[\n(|·•–—-]|\s{2})/;

function readText(node: Node, budget: { left: number }): string {
  budget.left -= 1;
  if (budget.left < 0) return '';
  if (node.nodeType === 3) return (node as Text).data.length < 2000 ? (node as Text).data : '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.localName === 'br') return '\n';
  if (isControl(element)) return readVisibility(element) === 'shown' ? `\n${readControl(element)}\n` : '';
  if (UNREAD.has(element.localName) || element.getAttribute('aria-hidden') === 'true') return '';
  const visibility = element.localName === 'slot' ? 'shown' : readVisibility(element);
  if (visibility === 'gone') return '';
  const children = element.shadowRoot?.childNodes ?? slotted(element) ?? element.childNodes;
  let text = '';
  for (const child of children) if (visibility === 'shown' || child.nodeType === 1) text += readText(child, budget);
  // Two elements side by side must never make one number.
  return /^(?:b|i|em|strong|mark|u|font|wbr)$/.test(element.localName) ? text : `\n${text}\n`;
}

function slotted(element: Element): readonly Node[] | undefined {
  const nodes = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  return nodes.length > 0 ? nodes : undefined;
}

/** What a reader sees in `element`, one line an element; undefined: too much for a value. */
export function readSlotText(element: Element): string | undefined {
  const budget = { left: MAX_NODES };
  const raw = element.localName === 'button' ? (element.textContent ?? '') : readText(element, budget);
  if (budget.left < 0) return undefined;
  return normaliseText(raw)
    .replace(/[\r\n]+/g, '\n')
    .trim();
}

/** A text cut short by dots, whose whole stands in the tooltip. */
function uncut(element: Element, text: string): string {
  const titled = element.hasAttribute('title') ? element : element.querySelector('[title]');
  const title = normaliseText(titled?.getAttribute('title') ?? '').trim();
  const shown = text.replace(/\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\])$/, '');
  return shown !== text && title.startsWith(shown) ? title : text;
}

/** The number that `element` shows as its only value. `skipLine`: a line that repeats the label is passed over. */
export function readSlot(element: Element, skipLine?: (line: string) => boolean): FoundNumber | undefined {
  const whole = readSlotText(element);
  if (!whole) return undefined;
  const lines = uncut(element, whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[:*\s]+$/.test(line));
  const line = skipLine && lines[0] !== undefined && skipLine(lines[0]) ? lines[1] : lines[0];
  if (line === undefined) return undefined;
  const found = readNumber(line, LEAD.exec(line)?.[0].length ?? 0, true);
  return found && TAIL.test(line.slice(found.end)) && !isSplit(lines, line) ? found : undefined;
}

/** Digits in one element and more digits in the next: nobody can tell whether they stand together on screen. */
function isSplit(lines: readonly string[], line: string): boolean {
  const next = lines[lines.indexOf(line) + 1];
  return next !== undefined && /^\d+$/.test(next) && /\d$/.test(line);
}

/** Whether there is anything in `element` that could be a value, or an empty place for one. */
export function isSlot(element: Element): boolean {
  if (element.localName === 'br' || element.localName === 'hr' || UNREAD.has(element.localName)) return false;
  if (/^(?:i|img|picture|canvas)$/.test(element.localName) && !element.textContent?.trim()) return false;
  return readVisibility(element) !== 'gone';
}
