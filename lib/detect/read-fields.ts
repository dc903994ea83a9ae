import type { ProviderId } from '../domain/ref.ts';
import { findLabels, type Label } from './find-labels.ts';
import { type Finding, isQuoted } from './finding.ts';
import { nameProvider } from './name-provider.ts';
import { normaliseText } from './normalise-text.ts';
import { type Block, elementOf, nodeAt } from './page.ts';
import { readSlot } from './read-slot.ts';
import { judgeLabel, toFinding } from './read-text.ts';
import { resolveLabel } from './resolve-label.ts';

/** What may follow a label that stands alone: a colon, a star, "(required)". */
const REST = /^[\s\ue001\ue002:*?ⓘ⋮.·|-]*(?:[([（][^()[\]（）\d]{0,30}[)\]）][\s\ue001:*]*)?$/;
const MAX_LEAD = 40;
const MAX_NAME = 100;

function startsLine(text: string, at: number): boolean {
  const lead = /[^\n\r]*$/.exec(text.slice(Math.max(0, at - MAX_LEAD - 1), at))?.[0] ?? '';
  return lead.length <= MAX_LEAD && !/\d/.test(lead);
}

function isAlone(text: string, label: Label): boolean {
  return text.length - label.end < MAX_NAME && startsLine(text, label.start) && REST.test(text.slice(label.end));
}

/** The label that is all of `text`, but for a few words before it. */
function readWholeLabel(text: string): Label | undefined {
  if (text.length > MAX_NAME) return undefined;
  const line = normaliseText(text).trim();
  return findLabels(line).find((label) => isAlone(line, label));
}

/** The smallest element that holds the whole line of a label. */
function elementOfLabel(block: Block, label: Label): Element | null {
  const line = Math.max(block.text.lastIndexOf('\n', label.start), 0);
  const last = nodeAt(block, label.end - 1);
  let element = elementOf(nodeAt(block, Math.min(line + 1, label.start)));
  for (let climb = 0; element && !element.contains(last) && climb < 8; climb += 1) element = element.parentElement;
  return element;
}

function readPlace(
  place: Element,
  label: Label,
  name: string,
  near: ProviderId | undefined,
  isOwnWord: boolean,
): Finding | undefined {
  const found = readSlot(place, (line) => readWholeLabel(line) !== undefined);
  if (!found) return undefined;
  const shown = (place as HTMLInputElement).value ?? place.textContent ?? '';
  const provider = label.provider ?? nameProvider(`${name} ${String(shown).slice(0, 80)}`) ?? near;
  const verdict = judgeLabel(label, found, isOwnWord, provider);
  if (verdict === 'ignored') return undefined;
  return toFinding({
    ...{ id: found.id, kind: 'field', provider, label: name, excerpt: `${name}: ${String(shown).slice(0, 80)}` },
    ...{ node: place, isQuoted: isQuoted(place), refusal: verdict === 'taken' ? undefined : verdict },
  });
}

/** Values of labels that end their line without a number: what the page's structure ties to them. */
export function readLabelFields(
  block: Block,
  bare: readonly Label[],
  near: ProviderId | undefined,
  isOwnWord: boolean,
): readonly Finding[] {
  const label = bare.find((one) => isAlone(block.text, one));
  if (!label) return [];
  const element = elementOfLabel(block, label);
  // A form control that holds the words is no label.
  if (!element || /^(?:input|textarea|select)$/.test(element.localName)) return [];
  const name = block.text.slice(block.text.lastIndexOf('\n', label.start) + 1, label.end);
  return resolveLabel(element).flatMap((place) => readPlace(place, label, name, near, isOwnWord) ?? []);
}

function namesOf(element: Element): readonly string[] {
  const references = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = element.getRootNode() as Document | ShadowRoot;
  const referred = references.map((id) => root.getElementById?.(id)?.textContent ?? '');
  const attributes = ['aria-label', 'field-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '');
  return [referred.join(' '), ...attributes].filter((name) => name !== '');
}

/** The value of an element that an attribute names. */
export function readNamedField(element: Element, isOwnWord: boolean): Finding | undefined {
  for (const name of namesOf(element)) {
    const label = readWholeLabel(name);
    if (label) return readPlace(element, label, normaliseText(name), undefined, isOwnWord);
  }
  return undefined;
}
