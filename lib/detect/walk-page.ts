import { type BlockBuilder, createBlockBuilder } from './block-builder.ts';
import { createSilenceTest, type Wanted } from './create-silence-test.ts';
import { type Kind, kindOf } from './element-kind.ts';
import { mayHoldLabel } from './find-labels.ts';
import { readVisibility } from './is-visible.ts';
import { namedBy } from './names-of.ts';
import { HOLLOW, normaliseText, SEAM } from './normalise-text.ts';
import { openFrame } from './open-frame.ts';
import { type Block, type Control, linkBlocks, type Page } from './page.ts';
import { isShownControl, readControl } from './read-control.ts';
import type { Scope } from './select-scope.ts';

/** Icons, tooltips and stars beside a label: empty, but no empty value. */
const ORNAMENT = /icon|tooltip|required|asterisk|copy|help|info|spacer|badge|arrow|caret|star|colon|clear|divider|separator|line/i;

/** A hard ceiling: a ticket of 5 MB is read in part. */
const MAX_CHARACTERS = 3_000_000;
const MAX_NODES = 400_000;
const SLICE = 16_384;
const NODES_A_STEP = 20;
const MAX_HOLLOW = 300;
/** A part with more elements than this is read in parts itself. */
const LARGE = 200;

/** What the walk leaves unread. `silent`: what speaks of no conversation; `all`: whatever stands apart; `none`: nothing. */
type Leaves = 'silent' | 'all' | 'none';

export interface WalkOptions {
  /** The helpdesk's own attribute for a field's technical name. */
  readonly fieldName?: string | undefined;
  readonly wanted: Wanted;
}

interface Step {
  next: Node | null;
  readonly kind: Kind;
  readonly element: Element | null;
  /** How much had been read when it began. */
  readonly before: number;
}

interface Walk {
  readonly leaves: Leaves;
  readonly builder: BlockBuilder;
  readonly links: HTMLAnchorElement[];
  readonly named: Element[];
  readonly controls: Control[];
  readonly roots: Node[];
  readonly hollow: Element[];
  readonly frames: [Element, Document | null][];
  readonly stack: Step[];
  readonly exclude: string;
  readonly skip?: ReadonlySet<Element> | undefined;
  readonly names: string;
  readonly isSilent: (element: Element) => boolean;
}

function isHiddenFromAll(element: Element): boolean {
  // A dialog hides the whole application from assistive technology while it is open; the ticket is on screen all the same.
  return element.getAttribute('aria-hidden') === 'true' && element.parentElement?.localName !== 'body';
}

function push(walk: Walk, kind: Kind, element: Element | null, next: Node | null): void {
  const { builder, stack } = walk;
  stack.push({ next, kind, element, before: kind === 'block' ? builder.blocks.length : builder.length });
}

/** No browser tells when an element gets a shadow root: those that may are looked at now and then. */
function noteHollow(hollow: Element[], elements: readonly Element[]): void {
  hollow.push(...elements.slice(0, MAX_HOLLOW - hollow.length));
}

function pushChildren(walk: Walk, kind: Kind, element: Element): void {
  const shadow = element.shadowRoot;
  if (shadow) walk.roots.push(shadow);
  else if (!element.firstChild && (element.localName.includes('-') || element.hasAttributes())) noteHollow(walk.hollow, [element]);
  push(walk, kind, element, (shadow ?? element).firstChild);
}

/** What stands in a slot is drawn there, not where it is written. */
function enterSlot(walk: Walk, slot: HTMLSlotElement): void {
  const assigned = slot.assignedNodes();
  if (assigned.length === 0) pushChildren(walk, 'slot', slot);
  // The stack gives back the last one first; each is entered alone.
  for (const node of assigned.toReversed()) walk.stack.push({ next: node, kind: 'slot', element: null, before: -1 });
}

function enterFrame(walk: Walk, frame: Element): void {
  const document = openFrame(frame);
  walk.frames.push([frame, document]);
  if (!document?.body) return;
  walk.roots.push(document);
  walk.builder.endBlock();
  push(walk, 'frame', null, document.body);
}

/** "Copy", "Edit" beside a value: no part of the text around them. */
function isTool(element: Element): boolean {
  const text = element.localName === 'button' ? (element.textContent ?? '') : '';
  return text.length > 0 && text.length < 40 && !/\d/.test(text) && !mayHoldLabel(text);
}

function enterShown(walk: Walk, kind: Kind, element: Element): void {
  const { builder } = walk;
  if (element.hasAttributes() && element.matches(walk.names)) walk.named.push(element);
  if (kind === 'frame') enterFrame(walk, element);
  else if (kind === 'control') addControl(walk, element as Control);
  else {
    if (element.localName === 'a') walk.links.push(element as HTMLAnchorElement);
    if (kind === 'inline') builder.addMark(SEAM);
    if (kind === 'block') builder.endBlock();
    if (!isTool(element)) pushChildren(walk, kind, element);
  }
}

function isLeft({ leaves, isSilent }: Walk, kind: Kind, element: Element): boolean {
  if (kind !== 'block' || leaves === 'none') return false;
  return leaves === 'all' || isSilent(element);
}

/** Reads what was left: all of it, or of a large part what is not in parts of its own. */
function readLeft(walk: Walk, element: Element): readonly Block[] {
  if (walk.exclude && element.matches(walk.exclude)) return [];
  const leaves = element.getElementsByTagName('*').length > LARGE ? 'all' : 'none';
  const part: Walk = { ...walk, leaves, builder: createBlockBuilder(), stack: [] };
  enterElement(part, element);
  while (part.stack.length > 0) {
    const text = advance(part);
    if (text) for (const _ of takeText(part.builder, text));
  }
  part.builder.endBlock();
  return part.builder.blocks;
}

function enterChild(walk: Walk, element: Element): void {
  const kind = kindOf(element);
  if (kind === 'skip' || walk.skip?.has(element)) return;
  if (isLeft(walk, kind, element)) walk.builder.addUnread(element, () => readLeft(walk, element));
  else if (!(walk.exclude && element.matches(walk.exclude))) enterElement(walk, element);
}

function enterElement(walk: Walk, element: Element): void {
  const kind = kindOf(element);
  if (kind === 'br') walk.builder.addMark('\n');
  else if (kind === 'hr') walk.builder.endBlock();
  else if (kind === 'struck') walk.builder.addText(' ', element);
  else if (kind === 'slot') enterSlot(walk, element as HTMLSlotElement);
  else if (kind !== 'skip' && !(kind === 'control' && !isShownControl(element))) {
    const visibility = readVisibility(element);
    if (visibility === 'gone' || isHiddenFromAll(element)) return;
    if (visibility === 'shown') enterShown(walk, kind, element);
    // Nothing of it shows, but a part of it may: texts are passed over.
    else pushChildren(walk, 'hr', element);
  }
}

function leave({ builder }: Walk, { kind, element, before }: Step): void {
  const isOrnament = () => element?.localName === 'button' || ORNAMENT.test(element?.className.toString() ?? '');
  if (kind === 'inline') builder.addMark(builder.length > before || isOrnament() ? SEAM : HOLLOW);
  if (kind === 'block' || kind === 'frame' || kind === 'hr') builder.endBlock();
  if (kind === 'block' && element && builder.blocks.length === before && !isOrnament()) builder.addEmpty(element);
}

function addControl({ builder, controls }: Walk, control: Control): void {
  controls.push(control);
  builder.endBlock();
  const text = normaliseText(readControl(control).slice(0, SLICE * 4));
  if (text.trim()) builder.addText(text, control);
  else builder.addEmpty(control);
  builder.endBlock();
}

/** Takes one text in. Long ones come in slices, cut between words. */
function* takeText(builder: BlockBuilder, node: Text): Generator<void> {
  const { data } = node;
  for (let at = 0; at < data.length && builder.length < MAX_CHARACTERS; ) {
    const gap = data.length - at > SLICE ? data.slice(at, at + SLICE).search(/[^\p{L}\p{N}][\p{L}\p{N}]*$/u) : -1;
    const end = at + (gap > 0 ? gap : SLICE);
    builder.addText(normaliseText(data.slice(at, end)), node);
    at = end;
    if (at < data.length) yield;
  }
}

/** Takes the next node of the stack's last step. A long text is given back: it is read in slices. */
function advance(walk: Walk): Text | undefined {
  const step = walk.stack[walk.stack.length - 1] as Step;
  const node = step.next;
  if (!node) {
    walk.stack.pop();
    leave(walk, step);
    return undefined;
  }
  step.next = step.before < 0 ? null : node.nextSibling;
  if (node.nodeType === 1) enterChild(walk, node as Element);
  else if (node.nodeType === 3 && step.kind !== 'hr') {
    const { data } = node as Text;
    if (data.length > SLICE) return node as Text;
    walk.builder.addText(normaliseText(data), node);
  }
  return undefined;
}

/** What is walked over; `skip`: all but these, and what is in them. */
type Range = Pick<Scope, 'elements' | 'exclude'> & Pick<Walk, 'skip'>;

/** Reads what is visible in a scope and may matter, stopping for breath every few nodes. */
export function* walkPage(scope: Range, { fieldName, wanted }: WalkOptions): Generator<void, Page> {
  const builder = createBlockBuilder();
  const hollow: Element[] = [];
  const isSilent = createSilenceTest(fieldName, wanted, (elements) => noteHollow(hollow, elements));
  const walk: Walk = {
    ...{ builder, links: [], named: [], controls: [], roots: [], hollow, frames: [], stack: [], leaves: 'silent' },
    ...{ exclude: scope.exclude, skip: scope.skip, names: namedBy(fieldName), isSilent },
  };
  let visited = 0;
  for (const element of scope.elements) {
    enterElement(walk, element);
    while (walk.stack.length > 0 && visited < MAX_NODES && builder.length < MAX_CHARACTERS) {
      const text = advance(walk);
      if (text) yield* takeText(builder, text);
      visited += 1;
      if (visited % NODES_A_STEP === 0) yield;
    }
    walk.stack.length = 0;
    builder.endBlock();
  }
  const start: Block = { text: '', starts: [], nodes: [] };
  linkBlocks(builder.blocks, start);
  const { links, named, controls, roots, frames } = walk;
  return { start, links, named, controls, roots, hollow, frames };
}
