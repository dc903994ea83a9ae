import type { ProviderId } from '../domain/ref.ts';
import { findBelow } from './find-below.ts';
import { CELLS, findCells } from './find-cells.ts';
import { endsForeign, findLabels, type Label } from './find-labels.ts';
import { type Finding, isQuoted } from './finding.ts';
import { isSeen } from './is-visible.ts';
import { listItems } from './list-items.ts';
import { nameNear } from './name-near.ts';
import { nameProvider } from './name-provider.ts';
import { namesOf } from './names-of.ts';
import { normaliseText, trimSeams } from './normalise-text.ts';
import { type Block, blockBeside, blocksIn, elementOf, isWithin, nodeAt, type Page, parentOf, readBlock } from './page.ts';
import { readLone, readLoneList } from './read-lone.ts';
import type { FoundNumber } from './read-number.ts';
import { isBareName, judgeLabel, toFinding } from './read-text.ts';

/** What may follow a label that stands alone: a colon, a star, "(required)". */
const REST = /^[)\]）\s\ue001\ue002:*?ⓘ⋮.·|-]*(?:[([（][^()[\]（）\d]{0,30}[)\]）][\s\ue001:*]*)?$/;
/** A dash in the value's place. */
const NOTHING = /[:\ue001]\s*-/;
/** A label's value is never looked for outside the box it stands in. */
const BOXES = /^(?:table|section|article|form|fieldset|main|body|aside|ul|ol|li|blockquote)$/;
const FIELD = /(?:^|[-_])(?:row|field|group|item|property|attribute|entry)$/i;
const HINT = '[class*="hint" i],[class*="help-text" i],[class*="helptext" i],[class*="description" i],[class*="tooltip" i]';
const TEXT = 3;
const COMMENT = 8;
const MAX_CLIMB = 5;
const MAX_LEAD = 40;
const MAX_NAME = 100;

/** What all labels of a page are read with. */
export interface FieldContext {
  readonly page: Page;
  readonly isOwnWord: boolean;
  readonly fieldName?: string | undefined;
}

function isAlone(text: string, label: Label): boolean {
  const lead = /[^\n\r]*$/.exec(text.slice(Math.max(0, label.start - MAX_LEAD - 1), label.start))?.[0] ?? '';
  const rest = text.slice(label.end);
  const isClear = rest.length < MAX_NAME && REST.test(rest) && !NOTHING.test(rest) && !endsForeign(rest.replace(/[^\p{L}]+$/u, ''));
  return isClear && lead.length <= MAX_LEAD && !/\d/.test(lead);
}

/** The label that is all of `text`, but for a few words before it. */
function readWholeLabel(text: string): Label | undefined {
  if (text.length > MAX_NAME) return undefined;
  const line = normaliseText(text).trim();
  return findLabels(line).find((label) => isAlone(line, label));
}

/** The smallest element that holds the whole line of a label. */
function elementOfLabel(block: Block, label: Label): Element | null {
  const line = block.text.lastIndexOf('\n', label.start) + 1;
  const last = nodeAt(block, label.end - 1);
  let element = elementOf(nodeAt(block, line));
  for (let climb = 0; element && !isWithin(last, element) && climb < 8; climb += 1) element = parentOf(element);
  return element;
}

function blockIn(page: Page, element: Element): Block | undefined {
  for (const block of blocksIn(page, element)) if (!readWholeLabel(block.text)) return block;
  return undefined;
}

/** What a label refers to by its own marks. */
function findReferred(label: Element): readonly Element[] {
  const control = (label.closest('label') as HTMLLabelElement | null)?.control;
  if (control) return isSeen(control) ? [control] : [];
  const id = label.id || label.parentElement?.id;
  if (!id || /["\\\n]/.test(id)) return [];
  const named = [...(label.getRootNode() as Document | ShadowRoot).querySelectorAll(`[aria-labelledby~="${id}"]`)];
  return named.filter((element) => isSeen(element) && !element.contains(label));
}

/** A box that by its name holds a whole field: what is beyond it is another one's. */
function isField(box: Element): boolean {
  return [...box.classList].some((name) => FIELD.test(name));
}

/** A colon of its own, or a hint: it stands between a label and its value. */
function isAside(block: Block): boolean {
  if (!block.text) return false;
  return /^[\s:=|]+$/.test(block.text) || elementOf(block.nodes[0] as Node)?.closest(HINT) != null;
}

/** Whether the block after a label is beside or below it: out of few boxes, and not in a list that has its values before its labels. */
function isNext(own: Block, value: Block, label: Element): boolean {
  const node = value.nodes[0] as Node;
  let box: Element | null = label;
  for (let climb = 0; box && !isWithin(node, box); climb += 1) {
    if (climb === MAX_CLIMB || BOXES.test(box.localName) || (climb > 0 && isField(box))) return false;
    box = parentOf(box);
  }
  if (!box) return false;
  let first: Block | undefined = own;
  while (first.before && isWithin(first.before.nodes[0] as Node, box)) first = first.before;
  first = readBlock(first);
  return first === own || !readLone(first as Block);
}

function listValues({ page }: FieldContext, own: Block, label: Element): readonly Block[] {
  const referred = findReferred(label);
  const cell = label.closest(CELLS);
  const next = blockBeside(own, 'after');
  const elements = referred.length > 0 ? referred : cell && !isWithin(next?.nodes[0] as Node, cell) ? findCells(cell) : [];
  if (elements.length > 0 || cell) return elements.flatMap((element) => blockIn(page, element) ?? []);
  const below = findBelow(label);
  const drawn = below && blockIn(page, below);
  if (drawn && readLone(drawn)) return [drawn];
  let value = next;
  for (let turn = 0; turn < 2 && value && isAside(value); turn += 1) value = blockBeside(value, 'after');
  return value && isNext(own, value, label) ? listAlike(page, value, label) : [];
}

/** A field may hold several ids, one an item. */
function listAlike(page: Page, value: Block, label: Element): readonly Block[] {
  const blocks = listItems(value.nodes[0] as Node, label).map((item) => blockIn(page, item));
  return blocks.length > 1 && blocks.every((block) => block && readLone(block)) ? (blocks as readonly Block[]) : [value];
}

/** What a value is read with; `label` is a part of `name`. */
interface Field {
  readonly label: Label;
  readonly name: string;
  readonly near: ProviderId | undefined;
  readonly isOwnWord: boolean;
}

function readValue(block: Block, field: Field): readonly Finding[] {
  return readLoneList(block, field.label.isPlural).flatMap((found) => toField(found, block, field) ?? []);
}

function toField(found: FoundNumber, block: Block, { label, name, near, isOwnWord }: Field): Finding | undefined {
  const provider = label.provider ?? nameProvider(`${name} ${block.text.slice(0, 80)}`);
  const verdict = judgeLabel(label, found, { isOwnWord, isBare: isBareName(name, label, isOwnWord), provider });
  if (verdict === 'ignored') return undefined;
  const node = nodeAt(block, found.start);
  return toFinding({
    ...{ id: found.id, kind: 'field', provider: provider ?? near, label: name, excerpt: `${name}: ${block.text.slice(0, 80)}` },
    ...{ node, isQuoted: isQuoted(elementOf(node)), refusal: verdict === 'taken' ? undefined : verdict },
  });
}

/** Values of labels that end their line without a number: what the page's structure ties to them. */
export function readLabelFields(context: FieldContext, block: Block, bare: readonly Label[]): readonly Finding[] {
  const label = bare.find((one) => isAlone(block.text, one));
  const element = label && elementOfLabel(block, label);
  // A form control that holds the words is no label.
  if (!element || /^(?:input|textarea|select)$/.test(element.localName)) return [];
  const near = nameNear(block, label.start);
  const line = block.text.lastIndexOf('\n', label.start) + 1;
  const own = { ...label, start: label.start - line, end: label.end - line };
  const field = { label: own, name: block.text.slice(line), near, isOwnWord: context.isOwnWord };
  return listValues(context, block, element).flatMap((value) => readValue(value, field));
}

/** What stands behind a label that shares its line with the value. */
function lastPart(block: Block): Block {
  const text = trimSeams(block.text);
  const at = text.lastIndexOf('\ue001') + 1;
  return { text: text.slice(at), starts: [0], nodes: [nodeAt(block, at)] };
}

/** An icon is named for what stands right beside it in its line: a text, or an element with nothing but a text in it. */
function valueBeside(icon: Element): Block | undefined {
  if (!/^(?:i|span|img|svg|em)$/.test(icon.localName) || /[\p{L}\p{N}]/u.test(icon.textContent ?? '')) return undefined;
  if (icon.localName === 'span' && !icon.textContent?.trim() && !icon.firstElementChild) return undefined;
  let value = icon.nextSibling;
  while (value && (value.nodeType === COMMENT || (value.nodeType === TEXT && !value.textContent?.trim())))
    value = value.nextSibling;
  if (!value || (value.nodeType !== TEXT && (!isSeen(value as Element) || (value as Element).childElementCount > 0)))
    return undefined;
  return { text: normaliseText(value.textContent ?? ''), starts: [0], nodes: [value] };
}

/** The value of an element that an attribute names. */
export function readNamedField({ page, isOwnWord, fieldName }: FieldContext, element: Element): readonly Finding[] {
  for (const name of namesOf(element, fieldName)) {
    const label = readWholeLabel(name);
    const isWhole = label && label.start === 0 && name.trim().length - label.end < 2;
    const block = label && (blockIn(page, element) ?? (isWhole || label.provider ? valueBeside(element) : undefined));
    if (!block) continue;
    const read = (value: Block) => readValue(value, { label, name: normaliseText(name).trim(), near: undefined, isOwnWord });
    const found = read(block);
    return found.length > 0 ? found : read(lastPart(block));
  }
  return [];
}
