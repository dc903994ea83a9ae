import { readBoxText } from './box-text.ts';
import { findLabels } from './find-labels.ts';
import { isAlike } from './is-alike.ts';

const MESSAGE =
  /m(?:essage|sg)|comment|note|reply|article|event|bubble|post|entry|transaction|activity|(?<![a-z])part|feed|timeline/i;
/** What a list's items are, by their tags. */
export const ITEMS = /^(?:li|tr|article|a)$/;
/** Words that a field's name may begin with: "Chatbot conversation ID", "챗봇 대화 ID". */
const KIND =
  /^[^\p{L}\p{N}]*(?:(?:(?:chat|web|live|virtual|online|linked|original|external|ai|ki)?[\s_-]?(?:bot|robot|chat|ai|widget|assistant)(?:['’]?s|en|ten)?|maax(?:[\s_-]ai)?|social[\s_-]?boards|ч[аa]т[\s-]?бот|бот|챗봇|봇|(?:チャット)?ボット|(?:聊天)?[机機]器人|בוט|צ.?אטבוט|روبوت|ربات)[^\p{L}\p{N}]{0,3}){0,3}$/iu;
const MAX_CLIMB = 6;
const MAX_ROW = 400;

/** Whether a box is called a message, a note or the like. */
export function isMessage(box: Element): boolean {
  return MESSAGE.test(box.className.toString());
}

/** Whether what stands before a label belongs to the field's name. */
export function isKind(lead: string): boolean {
  return KIND.test(lead);
}

/** Somebody's name or a subject before the label, and no sign of a message. */
export function isGlimpse(row: Element, label?: string): boolean {
  const text = (readBoxText(row, MAX_ROW) ?? '').slice(0, 100);
  const at = label ? text.toLowerCase().indexOf(label.toLowerCase()) : -1;
  const isFirst = (at >= 0 && isKind(text.slice(0, at))) || findLabels(text).some(({ start }) => isKind(text.slice(0, start)));
  return !isFirst && !row.querySelector('time') && !isMessage(row);
}

const HEADS =
  'h1,h2,h3,h4,h5,h6,legend,summary,dt,[class*="card-title" i],[class*="panel-title" i],[class*="section-title" i],[class*="card-header" i],[class*="panel-heading" i]';

/** A part of a panel has a heading of its own. */
export function isHeaded(row: Element): boolean {
  return row.querySelector(HEADS) !== null;
}

/** Whether a box is marked as an item of a list. */
export function isListItem(row: Element): boolean {
  return ITEMS.test(row.localName) || row.hasAttribute('role') || row.className.toString() !== '';
}

/** The boxes around `element` and its label that have others like them beside them, the smallest first. */
export function findRows(element: Element, label: string): readonly Element[] {
  const rows: Element[] = [];
  let box: Element | null = element;
  for (let climb = 0; box && climb < MAX_CLIMB; climb += 1) {
    const row: Element = box;
    const text = readBoxText(row, MAX_ROW)?.toLowerCase();
    if (text === undefined) break;
    const others = text.includes(label.toLowerCase()) ? [...(row.parentElement?.children ?? [])] : [];
    if (others.some((other) => other !== row && isAlike(other, row))) rows.push(row);
    box = row.parentElement;
  }
  return rows;
}
