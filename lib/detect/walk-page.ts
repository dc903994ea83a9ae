import { type BlockBuilder, createBlockBuilder } from './block-builder.ts';
import { mayHoldLabel } from './find-labels.ts';
import { readVisibility } from './is-visible.ts';
import { HOLLOW, normaliseText, SEAM } from './normalise-text.ts';
import type { Control, Page } from './page.ts';
import { isControl, readControl } from './read-control.ts';

/** What is never read: code, pictures, what the browser does not draw, and choices not made. */
const SKIPPED = new Set(
  'script style noscript template head meta link title object embed video audio canvas svg math datalist option optgroup progress meter area map input br'.split(
    ' ',
  ),
);
/** Elements that change the look of letters inside a word. */
const LOOKS = new Set('b i em strong mark u font wbr ins small s big tt bdi bdo abbr'.split(' '));
const INLINE = new Set('span a code cite q time kbd var samp data output label sub sup dfn del button slot'.split(' '));
/** Icons, tooltips and stars beside a label: empty, but no empty value. */
const ORNAMENT = /icon|tooltip|required|asterisk|copy|help|info|spacer|badge|arrow|caret|star|colon/i;
const NAMED = '[aria-label],[aria-labelledby],[title],[field-label],[placeholder]';

/** A hard ceiling: a ticket of 5 MB is read in part. */
const MAX_CHARACTERS = 3_000_000;
const MAX_NODES = 400_000;
const SLICE = 16_384;
const NODES_A_STEP = 60;

interface Step {
  next: Node | null;
  /** Set instead of `next`: nodes that stand in a slot. */
  readonly list?: readonly Node[];
  index: number;
  readonly close: () => void;
}

interface Walk {
  readonly builder: BlockBuilder;
  readonly links: HTMLAnchorElement[];
  readonly named: Element[];
  readonly controls: Control[];
  readonly roots: Node[];
  readonly stack: Step[];
  readonly exclude: string;
  readonly excluded: Set<Element>;
  readonly withNames: Set<Element>;
}

const ignore = () => {};

function enterRoot(walk: Walk, root: Document | ShadowRoot | Element): void {
  if (root.nodeType !== 1) walk.roots.push(root);
  for (const element of root.querySelectorAll(NAMED)) walk.withNames.add(element);
  if (walk.exclude) for (const element of root.querySelectorAll(walk.exclude)) walk.excluded.add(element);
}

/** The document of a frame, where the page's own script could read it, too. */
function openFrame(element: Element): Document | null {
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function isHiddenFromAll(element: Element): boolean {
  // A dialog hides the whole application from assistive technology while it is open; the ticket is on screen all the same.
  return element.getAttribute('aria-hidden') === 'true' && element.parentElement?.localName !== 'body';
}

function pushChildren(walk: Walk, element: Element, close: () => void): void {
  const shadow = element.shadowRoot;
  if (shadow) {
    enterRoot(walk, shadow);
    walk.stack.push({ next: shadow.firstChild, index: 0, close });
    return;
  }
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
  if (assigned.length > 0) walk.stack.push({ next: null, list: assigned, index: 0, close });
  else walk.stack.push({ next: element.firstChild, index: 0, close });
}

function enterFrame(walk: Walk, frame: Element): void {
  const document = openFrame(frame);
  if (!document?.body) return;
  enterRoot(walk, document);
  walk.builder.endBlock();
  walk.stack.push({ next: document.body, index: 0, close: walk.builder.endBlock });
}

/** "Copy", "Edit" beside a value: no part of the text around them. */
function isTool(element: Element): boolean {
  const text = element.localName === 'button' ? (element.textContent ?? '') : '';
  return text.length > 0 && text.length < 40 && !/\d/.test(text) && !mayHoldLabel(text);
}

function enterInline(walk: Walk, element: Element): void {
  const { builder } = walk;
  builder.addMark(SEAM);
  if (isTool(element)) return;
  const before = builder.length;
  const isOrnament = ORNAMENT.test(element.className?.toString() ?? '') || element.localName === 'button';
  pushChildren(walk, element, () => builder.addMark(builder.length > before || isOrnament ? SEAM : HOLLOW));
}

function enterShown(walk: Walk, element: Element): void {
  const tag = element.localName;
  note(walk, element);
  if (isControl(element)) addControl(walk, element);
  else if (tag === 'iframe' || tag === 'frame') enterFrame(walk, element);
  else if (LOOKS.has(tag)) pushChildren(walk, element, ignore);
  else if (INLINE.has(tag)) enterInline(walk, element);
  else {
    walk.builder.endBlock();
    pushChildren(walk, element, walk.builder.endBlock);
  }
}

function enterElement(walk: Walk, element: Element): void {
  const tag = element.localName;
  if (tag === 'br') walk.builder.addMark('\n');
  if ((SKIPPED.has(tag) && !isControl(element)) || walk.excluded.has(element)) return;
  const visibility = tag === 'slot' ? 'shown' : readVisibility(element);
  if (visibility === 'gone' || isHiddenFromAll(element)) return;
  if (visibility === 'shown') enterShown(walk, element);
  else enterUnseen(walk, element);
}

/** Nothing of it shows, but a part of it may: only elements are looked at. */
function enterUnseen(walk: Walk, element: Element): void {
  walk.builder.endBlock();
  walk.stack.push({ next: null, list: [...(element.shadowRoot ?? element).children], index: 0, close: walk.builder.endBlock });
}

function note(walk: Walk, element: Element): void {
  if (walk.withNames.has(element)) walk.named.push(element);
  if (element.localName === 'a' && element.hasAttribute('href')) walk.links.push(element as HTMLAnchorElement);
}

function addControl({ builder, controls }: Walk, control: Control): void {
  controls.push(control);
  builder.endBlock();
  builder.addText(normaliseText(readControl(control).slice(0, SLICE * 4)), control);
  builder.endBlock();
}

/** Takes one node in. Long texts come in slices, cut between words. */
function* takeText(builder: BlockBuilder, node: Text): Generator<void> {
  const { data } = node;
  if (data.length <= SLICE) builder.addText(normaliseText(data), node);
  for (let at = data.length <= SLICE ? data.length : 0; at < data.length && builder.length < MAX_CHARACTERS; ) {
    const gap = data.length - at > SLICE ? data.slice(at, at + SLICE).search(/[^\p{L}\p{N}][\p{L}\p{N}]*$/u) : -1;
    const end = at + (gap > 0 ? gap : SLICE);
    builder.addText(normaliseText(data.slice(at, end)), node);
    at = end;
    yield;
  }
}

function nextNode(step: Step): Node | null {
  if (step.list) return step.list[step.index++] ?? null;
  const node = step.next;
  step.next = node?.nextSibling ?? null;
  return node;
}

/** Reads what is visible in `scope`, stopping for breath every few nodes. */
export function* walkPage(scope: readonly Element[], exclude: string): Generator<void, Page> {
  const builder = createBlockBuilder();
  const walk: Walk = {
    ...{ builder, links: [], named: [], controls: [], roots: [], stack: [], exclude },
    ...{ excluded: new Set<Element>(), withNames: new Set<Element>() },
  };
  let visited = 0;
  for (const element of scope) {
    enterRoot(walk, element);
    if (element.matches(NAMED)) walk.withNames.add(element);
    enterElement(walk, element);
    while (walk.stack.length > 0 && visited < MAX_NODES && builder.length < MAX_CHARACTERS) {
      const step = walk.stack[walk.stack.length - 1] as Step;
      const node = nextNode(step);
      if (!node) {
        walk.stack.pop();
        step.close();
        continue;
      }
      if (node.nodeType === 3) yield* takeText(builder, node as Text);
      else if (node.nodeType === 1) enterElement(walk, node as Element);
      visited += 1;
      if (visited % NODES_A_STEP === 0) yield;
    }
    builder.endBlock();
  }
  const { links, named, controls, roots } = walk;
  return { blocks: builder.blocks, links, named, controls, roots, isCut: walk.stack.length > 0 };
}
