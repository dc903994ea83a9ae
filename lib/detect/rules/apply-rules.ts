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

function readLabel(rule: TaughtRule, page: Page, block: Block, places: readonly number[]): readonly Finding[] {
  return places.flatMap((start) => {
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

function isNamed(rule: TaughtRule, element: Element): boolean {
  return NAMES.some((name) => normaliseText(element.getAttribute(name) ?? '').trim() === rule.text);
}

/** The value of an element that an attribute names. */
function readNamed(rule: TaughtRule, page: Page, element: Element): readonly Finding[] {
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

/** What one rule that reads the page finds on it, and whether its words stand there at all, be their value empty. */
function* applyRule(
  rule: TaughtRule,
  page: Page,
): Generator<void, { readonly findings: readonly Finding[]; readonly isThere: boolean }> {
  const named = rule.kind === 'label' ? page.named.filter((element) => isNamed(rule, element)) : [];
  const findings = named.flatMap((element) => readNamed(rule, page, element));
  let isThere = named.length > 0;
  let count = 0;
  for (let block = page.start.after; block; block = block.after) {
    count += 1;
    if (count % 200 === 0) yield;
    if (rule.kind === 'label') {
      const places = findLabelPlaces(block.text, rule.text);
      isThere ||= places.length > 0;
      findings.push(...readLabel(rule, page, block, places));
    } else findings.push(...findTemplateHits(block.text, rule.text).map((found) => toTaught(rule, block as Block, found)));
  }
  return { findings, isThere: isThere || findings.length > 0 };
}

/** What rules found, and those whose words do not stand where they were looked for. */
export interface Applied {
  readonly findings: readonly Finding[];
  readonly missing: readonly TaughtRule[];
}

/** What the taught rules of a site find on a page; a finding without a node was read from the address. Stops for breath now and then. */
export function* applyRules(rules: readonly TaughtRule[], url: URL, page: Page): Generator<void, Applied> {
  const findings: Finding[] = [];
  const missing: TaughtRule[] = [];
  for (const rule of rules.filter(isFinding)) {
    yield;
    if (rule.kind === 'url') {
      findings.push(...readUrl(rule, url));
      continue;
    }
    const applied = yield* applyRule(rule, page);
    findings.push(...applied.findings);
    if (!applied.isThere) missing.push(rule);
  }
  return { findings, missing };
}
