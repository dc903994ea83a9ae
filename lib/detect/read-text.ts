import type { Candidate, Refusal } from '../domain/candidate.ts';
import { isConversationId, type ProviderId } from '../domain/ref.ts';
import { endsForeign, findLabels, type Label } from './find-labels.ts';
import { findLinks } from './find-links.ts';
import { type Finding, isQuoted } from './finding.ts';
import { nameProvider } from './name-provider.ts';
import { shorten } from './normalise-text.ts';
import { type Block, elementOf, nodeAt } from './page.ts';
import { readColumn } from './read-column.ts';
import { isExample } from './read-example.ts';
import { LINE_END, readFollowing } from './read-following.ts';
import type { FoundNumber } from './read-number.ts';

const MAX_LABEL = 80;
const MAX_EXCERPT = 160;
/** Shorter numbers after a bare word ("Chats: 12") count something and are not worth showing. */
const MIN_WEAK = 4;
const COLLAPSES = /^(?:normal|nowrap)$/;

/** "Bot conversation: 254626": nothing before a bare word in its line or sentence but words of its kind. */
const BARE_LEAD = /(?:^|[\n\r]|\p{L}{4}[.!?] )[^\p{L}\d\n\r]*((?:(?:live|web|online|chatt?|bot)[\s_-]*){0,3})$/iu;
/** "Chat 12345" is as often a channel and its count. */
const CHANNEL = /^c(?:h|z)at\p{L}{0,3}$/iu;
/** Shorter ones count something, longer ones are dates and phone numbers as well. */
const BARE_ID = /^\d{5,7}$/;

/**
 * Whether a bare word for "conversation" stands where a field's name does.
 * `isOwnWord`: the helpdesk has conversations of its own; a bot's is none of them.
 */
export function isBareName(text: string, { start, end, isPlural }: Label, isOwnWord: boolean): boolean {
  const lead = BARE_LEAD.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  return lead !== undefined && !isPlural && !CHANNEL.test(text.slice(start, end)) && (!isOwnWord || /bot/i.test(lead));
}

/** What a label's strength and number come to. `isBare`: the label names a field of which the number is all. */
export function judgeLabel(
  { strength, isPlural }: Label,
  found: FoundNumber,
  {
    isOwnWord,
    isBare,
    provider,
  }: { readonly isOwnWord: boolean; readonly isBare: boolean; readonly provider?: ProviderId | undefined },
): Refusal | 'taken' | 'ignored' {
  const isEnough = provider ? found.id.length >= MIN_WEAK : isBare && BARE_ID.test(found.id);
  const isWeak = strength === 'weak' && (isPlural || !isEnough);
  const isHost = strength === 'hash' && (isOwnWord || found.id.length < MIN_WEAK) && !provider;
  if (isWeak && found.id.length < MIN_WEAK) return 'ignored';
  if (isWeak || isHost || strength === 'foreign') return 'weak-label';
  return found.refusal ?? 'taken';
}

/** Puts a finding together; strings are bounded here. */
export function toFinding(
  parts: Pick<Candidate, 'id' | 'kind'> & {
    readonly label: string;
    readonly excerpt: string;
    readonly node: Node;
    readonly isQuoted: boolean;
    readonly provider?: ProviderId | undefined;
    readonly refusal?: Refusal | undefined;
    readonly lead?: string;
    readonly rest?: string;
  },
): Finding {
  const { provider, refusal, ...rest } = parts;
  return {
    ...rest,
    label: shorten(parts.label, MAX_LABEL),
    excerpt: shorten(parts.excerpt, MAX_EXCERPT),
    ...(provider ? { provider } : {}),
    ...(refusal ? { refusal } : {}),
  };
}

/** An address may carry anything where its id should be. */
export function judgeAddressId(id: string): Refusal | undefined {
  return isConversationId(id) ? undefined : 'bad-id';
}

/** A few words around a place in a text. */
export function excerptAt(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 50), end + 50);
}

function leadOf(text: string, at: number): string {
  return /[^\n\r]*$/.exec(text.slice(Math.max(0, at - MAX_EXCERPT), at))?.[0] ?? '';
}

function isOnScreenBreak(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view || element.closest('pre,textarea')) return true;
  return !COLLAPSES.test(view.getComputedStyle(element).whiteSpace || 'normal');
}

function isInQuotedLine(text: string, at: number): boolean {
  return /(?:^|[\n\r])\s*>[^\n\r]*$/.test(text.slice(Math.max(0, at - 200), at));
}

/** The words of an address are no labels: `?conversation_id=` of some other site is that site's. */
function isInAddress(text: string, at: number): boolean {
  return /(?:\w:\/\/|www\.)[^\s"'<>]*$/.test(text.slice(Math.max(0, at - 300), at));
}

/** Lengths at which fields and databases cut a text off. */
const CUT_LENGTHS = new Set([100, 128, 200, 250, 255, 256, 500, 512, 1000, 1024]);

/** A number at the end of a text that was cut off may be cut, too. */
function isCutOff(block: Block, end: number): boolean {
  if (/\S/.test(block.text.slice(end))) return false;
  const node = nodeAt(block, end - 1) as Partial<Text & HTMLInputElement>;
  return CUT_LENGTHS.has((node.data ?? node.value ?? '').trim().length);
}

function judgeTextLink(block: Block, { start, end }: { readonly start: number; readonly end: number }): Refusal | undefined {
  const from = start - (/\S*$/.exec(block.text.slice(Math.max(0, start - MAX_EXCERPT), start))?.[0].length ?? 0);
  return isCutOff(block, end) ? 'ambiguous' : isExample(block.text, from, end) ? 'example' : undefined;
}

/** Ids in addresses that stand as plain text. */
export function readTextLinks(block: Block): readonly Finding[] {
  return findLinks(block.text).map((link) => {
    const node = nodeAt(block, link.start);
    const quoted = isQuoted(elementOf(node)) || isInQuotedLine(block.text, link.start);
    const excerpt = excerptAt(block.text, link.start, link.end);
    return toFinding({
      ...link,
      kind: 'link',
      excerpt,
      node,
      isQuoted: quoted,
      lead: leadOf(block.text, link.start).replace(/\S*$/, ''),
      refusal: judgeAddressId(link.id) ?? judgeTextLink(block, link),
    });
  });
}

export interface LabelledNumber {
  readonly label: Label;
  readonly found: FoundNumber;
}

/** The end of a line, or the next key of JSON. */
const FIELD_END = new RegExp(`${LINE_END.source}|^\\\\?["']?,\\s*\\\\?["']`);

/** "Conversation IDs: 1234567, 1234568 and 1234569". */
function readMore(text: string, first: FoundNumber): readonly FoundNumber[] {
  const more: FoundNumber[] = [];
  const next = /(?:,|;|\/|&|and|og|och|und|et|y|e|ja|i)[\s,]{0,3}(?=(\d{4,19})(?![\w.:-]*\d))/iy;
  for (let end = first.end; more.length < 20; ) {
    next.lastIndex = end + (text[end] === ' ' ? 1 : 0);
    const match = next.exec(text);
    if (!match?.[1]) break;
    end = next.lastIndex + match[1].length;
    more.push({ id: match[1], start: next.lastIndex, end });
  }
  return more;
}

/** The labels of a block, with the numbers tied to them by separators; labels without one are left to the page's structure. */
export function readLabelled(block: Block): { readonly numbers: readonly LabelledNumber[]; readonly bare: readonly Label[] } {
  const numbers: LabelledNumber[] = [];
  const bare: Label[] = [];
  for (const label of findLabels(block.text)) {
    if (isInAddress(block.text, label.start)) continue;
    const isBreak = () => isOnScreenBreak(nodeAt(block, label.start));
    const found = readFollowing(block.text, label.end, isBreak) ?? (isBreak() ? readColumn(block.text, label) : undefined);
    if (!found) bare.push(label);
    else
      for (const number of [found, ...(label.isPlural ? readMore(block.text, found) : [])]) numbers.push({ label, found: number });
  }
  return { numbers, bare };
}

/** A number cut short by dots, whose whole stands in the tooltip. */
function uncut(found: FoundNumber, node: Node): FoundNumber {
  const title = found.refusal === 'ambiguous' ? (elementOf(node)?.closest('[title]')?.getAttribute('title') ?? '').trim() : '';
  return isConversationId(title) && title.startsWith(found.id) ? { id: title, start: found.start, end: found.end } : found;
}

/** "[MAAX] Human needed (conversation 254626)": the chat system that the line has named by then. */
function nameBefore(text: string, { start, end, isPlural }: Label): ProviderId | undefined {
  if (isPlural || CHANNEL.test(text.slice(start, end))) return undefined;
  return nameProvider(/[^\n\r]*$/.exec(text.slice(Math.max(0, start - MAX_LABEL), start))?.[0] ?? '');
}

/** The finding for a labelled number in running text. */
export function toTextFinding(block: Block, { label, found }: LabelledNumber, near: ProviderId | undefined, isOwnWord: boolean) {
  const node = nodeAt(block, found.start);
  const tail = /^[^\n\r\d]{0,40}/.exec(block.text.slice(found.end))?.[0] ?? '';
  const between = block.text.slice(label.end, found.start);
  const provider = label.provider ?? nameProvider(between) ?? nameProvider(tail) ?? nameBefore(block.text, label);
  const judged = endsForeign(between.replace(/[):\s]+$/, '')) ? { ...label, strength: 'foreign' as const } : label;
  const told = uncut(found, node);
  const whole = told.refusal || !isCutOff(block, found.end) ? told : { ...told, refusal: 'ambiguous' as const };
  // A heading names what the page is about: the helpdesk's own conversation.
  const isHeading = elementOf(node)?.closest('h1,h2,[role="heading"]') != null;
  const isOwn = isOwnWord || isHeading;
  const isField = /[:=\ue001–]|\.{3}/.test(between) && FIELD_END.test(block.text.slice(found.end));
  const isBare = isField && isBareName(block.text, label, isOwn);
  const verdict = judgeLabel(judged, whole, { isOwnWord: isOwn, isBare, provider });
  if (verdict === 'ignored') return undefined;
  return toFinding({
    ...{ id: whole.id, kind: 'text', node, provider: provider ?? near },
    ...{ label: block.text.slice(label.start, label.end), excerpt: excerptAt(block.text, label.start, found.end) },
    ...{ isQuoted: isQuoted(elementOf(node)) || isInQuotedLine(block.text, label.start) },
    lead: leadOf(block.text, label.start),
    rest: /^[^\n\r]*/.exec(block.text.slice(found.end, found.end + MAX_LABEL))?.[0] ?? '',
    refusal: verdict !== 'taken' ? verdict : isExample(block.text, label.start, found.end) ? 'example' : undefined,
  });
}
