import { PLACEHOLDER, type TaughtRule } from '../../domain/taught-rule.ts';
import { type Finding, isQuoted } from '../finding.ts';
import { normaliseText } from '../normalise-text.ts';
import { type Block, blocksIn, elementOf, nodeAt, type Page } from '../page.ts';
import { readLabelFields } from '../read-fields.ts';
import { readFollowing } from '../read-following.ts';
import { readLone } from '../read-lone.ts';
import type { FoundNumber } from '../read-number.ts';
import { excerptAt, judgeAddressId, toFinding } from '../read-text.ts';
import { findLabelPlaces, findTemplateHits, findUrlHit, squeeze } from './find-rule-hits.ts';

const NAMES = ['aria-label', 'title', 'placeholder', 'field-label'];

type UrlRule = Extract<TaughtRule, { kind: 'url' }>;

function toTaught(rule: TaughtRule, block: Block, found: FoundNumber): Finding {
  const node = nodeAt(block, found.start);
  const { provider, text } = rule;
  const excerpt = excerptAt(block.text, found.start, found.end);
  const parts = { id: found.id, kind: 'taught', provider, label: text, excerpt, node } as const;
  return toFinding({ ...parts, isQuoted: isQuoted(elementOf(node)), refusal: found.refusal });
}

function readLabel(rule: TaughtRule, page: Page, block: Block): readonly Finding[] {
  return findLabelPlaces(block.text, rule.text).flatMap((start) => {
    const end = start + rule.text.length;
    const found = readFollowing(block.text, end, () => false);
    if (found) return [toTaught(rule, block, found)];
    const label = { start, end, strength: 'strong', isPlural: false } as const;
    return readLabelFields({ page, isOwnWord: false }, block, [label]).map(({ provider: _near, ...finding }) => ({
      ...finding,
      ...{ kind: 'taught' as const, label: rule.text, ...(rule.provider && { provider: rule.provider }) },
    }));
  });
}

/** The value of an element that an attribute names. */
function readNamed(rule: TaughtRule, page: Page, element: Element): readonly Finding[] {
  if (!NAMES.some((name) => normaliseText(element.getAttribute(name) ?? '').trim() === rule.text)) return [];
  const [block] = blocksIn(page, element);
  const found = block && readLone(block);
  return block && found ? [toTaught(rule, block, found)] : [];
}

function readUrl(rule: UrlRule, url: URL): readonly Finding[] {
  const { text: label, provider } = rule;
  const id = findUrlHit(url, rule);
  const refusal = id === undefined ? undefined : judgeAddressId(id);
  if (id === undefined || refusal) return [];
  const excerpt = `${url.host}${url.pathname}${url.search}`.slice(0, 160);
  return [{ ...{ id, kind: 'taught', label, excerpt, isQuoted: false }, ...(provider && { provider }) }];
}

function isFinding({ enabled, refuses }: TaughtRule): boolean {
  return enabled && !refuses;
}

/** Whether a text may hold what one of the rules looks for. */
export function mayHoldRule(rules: readonly TaughtRule[], text: string): boolean {
  return rules.some(
    (rule) =>
      isFinding(rule) && rule.kind !== 'url' && rule.text.split(PLACEHOLDER).every((part) => squeeze(text).includes(squeeze(part))),
  );
}

/** What the taught rules of a site find on a page; a finding without a node was read from the address. Stops for breath now and then. */
export function* applyRules(rules: readonly TaughtRule[], url: URL, page: Page): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    yield;
    if (!isFinding(rule)) continue;
    if (rule.kind === 'url') findings.push(...readUrl(rule, url));
    else if (rule.kind === 'label') {
      for (const element of page.named) findings.push(...readNamed(rule, page, element));
    }
    if (rule.kind === 'url') continue;
    let count = 0;
    for (let block = page.start.after; block; block = block.after) {
      count += 1;
      if (count % 200 === 0) yield;
      if (rule.kind === 'label') findings.push(...readLabel(rule, page, block));
      else findings.push(...findTemplateHits(block.text, rule.text).map((found) => toTaught(rule, block, found)));
    }
  }
  return findings;
}
