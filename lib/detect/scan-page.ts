import { type Candidate, isElsewhere } from '../domain/candidate.ts';
import type { ProviderId } from '../domain/ref.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import { describePlace } from './describe-place.ts';
import { dropLists } from './drop-lists.ts';
import { mayHoldId } from './find-labels.ts';
import type { Finding } from './finding.ts';
import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { isDrawn } from './is-visible.ts';
import { judgePlace } from './judge-place.ts';
import { judgePlaces, refuseAll } from './judge-places.ts';
import { nameNear } from './name-near.ts';
import type { OpenPlace } from './open-place.ts';
import { findOwnNumbers } from './own-numbers.ts';
import { OWN_WORD } from './own-word.ts';
import { type Control, elementOf, type Page } from './page.ts';
import { preferOwnFields } from './prefer-own-fields.ts';
import { rankFindings } from './rank-findings.ts';
import { readLabelFields, readNamedField } from './read-fields.ts';
import { readCutLink, readLink } from './read-links.ts';
import { readLabelled, readTextLinks, toTextFinding } from './read-text.ts';
import { applyRules, mayHoldRule } from './rules/apply-rules.ts';
import { refuseByRules } from './rules/refuse-by-rules.ts';
import { searchOutside } from './rules/search-outside.ts';
import { selectHelpdesk } from './select-helpdesk.ts';
import { selectScope } from './select-scope.ts';
import { walkPage } from './walk-page.ts';

/** What one look at a page gives: the detection, and what it was read from. */
export interface Scan {
  readonly helpdesk: Helpdesk;
  readonly ticket?: string;
  readonly findings: readonly Finding[];
  /** Every visible form control of the ticket. */
  readonly controls: readonly Control[];
  /** Documents and shadow roots that were read. */
  readonly roots: readonly Node[];
  readonly frames: Page['frames'];
  readonly hollow: Page['hollow'];
  /** Those of them that are drawn in the open ticket and cannot be read from here: they speak for themselves. */
  readonly closed: readonly Element[];
  /** The open ticket's own container was read, found by its key. */
  readonly isKeyed: boolean;
}

const MAX_FINDINGS = 500;
const MAX_OPEN = 3;
/** Judged by where it stands alone. */
const FRAME = { id: '', kind: 'link', label: '' } as const;

function* readBlocks(page: Page, linked: ReadonlySet<Element>, isOwnWord: boolean): Generator<void, readonly Finding[]> {
  const findings: Finding[] = [];
  let count = 0;
  for (let block = page.start.after; block; block = block.after) {
    count += 1;
    if (count % 50 === 0 || block.text.length > 2000) yield;
    if (findings.length > MAX_FINDINGS) break;
    if (block.read || !mayHoldId(block.text)) continue;
    findings.push(...readTextLinks(block).filter(({ node }) => !linked.has(parentLink(node) as Element)));
    const { numbers, bare } = readLabelled(block);
    for (const number of numbers) {
      const finding = toTextFinding(block, number, nameNear(block, number.label.start), isOwnWord);
      if (finding) findings.push(finding);
    }
    if (bare.length > 0) findings.push(...readLabelFields({ page, isOwnWord }, block, bare));
  }
  return findings;
}

function parentLink(node: Node | undefined): Element | null {
  return (node && elementOf(node)?.closest('a[href]')) ?? null;
}

function* readPage(page: Page, isOwnWord: boolean, fieldName: string | undefined): Generator<void, readonly Finding[]> {
  const links = page.links.flatMap((link) => readLink(link).slice(0, 3));
  const linked = new Set(links.map(({ node }) => node as Element));
  yield;
  const named: Finding[] = [];
  for (const [index, element] of page.named.entries()) {
    if (index % 50 === 0) yield;
    named.push(...readNamedField({ page, isOwnWord, fieldName }, element), ...readCutLink(element));
  }
  return [...links, ...named, ...(yield* readBlocks(page, linked, isOwnWord))].slice(0, MAX_FINDINGS);
}

export interface ScanOptions {
  /** The helpdesks that may be at this site. */
  readonly helpdesks: readonly Helpdesk[];
  /** What the agent taught on this site. */
  readonly rules?: readonly TaughtRule[];
  /** The page around this one names the ticket. */
  readonly isInner?: boolean;
}

/** Looks at a page in steps of less than a millisecond. */
export function* scanPage(
  url: URL,
  document: Document,
  { helpdesks, rules = [], isInner = false }: ScanOptions,
): Generator<void, Scan> {
  const helpdesk = selectHelpdesk(helpdesks, url, document);
  const ticket = helpdesk.ticketKey(url, document);
  const empty = { helpdesk, controls: [], roots: [document], frames: [], hollow: [], closed: [], isKeyed: false };
  if (ticket === undefined && !isInner) return { ...empty, findings: [] };
  const key = ticket ?? '';
  yield;
  const scope = selectScope(helpdesk, document, key);
  yield;
  const page = yield* walkPage(scope, { fieldName: helpdesk.fieldName, wanted: (text) => mayHoldRule(rules, text) });
  const isOwnWord = helpdesk.isOwnWord ?? OWN_WORD.test(url.pathname + url.hash);
  const taught = yield* applyRules(rules, url, page);
  const around = yield* searchOutside(taught.missing, { scope, exclude: helpdesk.exclude, url, document });
  const found = [...taught.findings, ...around.findings, ...(yield* readPage(page, isOwnWord, helpdesk.fieldName))];
  yield;
  const asked = { shown: helpdesk.shownNumber ?? '', isOwnWord, scope: found.length > 0 ? scope.elements : [] };
  const own = findOwnNumbers(url, document, asked);
  yield;
  const documents = [document, ...page.frames.flatMap(([, inner]) => inner ?? [])];
  const nodes = found.flatMap(({ node }) => node ?? []);
  const place = describePlace(helpdesk, key, url, documents, nodes);
  const findings = judgePlaces(found, place).map((finding) => {
    // What a taught rule reads from the address has no node: there the agent has said that the ticket's own number is the id.
    const isOwn = finding.node && finding.kind !== 'link' && !isElsewhere(finding) && own.has(finding.id);
    return isOwn ? { ...finding, refusal: 'own-id' as const } : finding;
  });
  const open = ticket === undefined ? {} : { ticket };
  const judged = isList(helpdesk, key, findings) ? refuseAll(findings, 'in-list') : dropLists(preferOwnFields(findings), place);
  const answer = helpdesk.ownProvider ? addAddress(judged, readAddress(url, key, helpdesk.ownProvider)) : judged;
  const watched = listWatched(around.page ? [page, around.page] : [page], document, place);
  return { helpdesk, ...open, findings: rankFindings(refuseByRules(rules, answer)), ...watched, isKeyed: scope.isKeyed };
}

/** What of a page may change without being told: see `Scan`. */
function listWatched(pages: readonly Page[], document: Document, place: OpenPlace) {
  const gather = <T>(pick: (one: Page) => readonly T[]) => pages.flatMap(pick);
  const frames = gather((one) => one.frames);
  return {
    frames,
    controls: gather((one) => one.controls),
    hollow: gather((one) => one.hollow),
    closed: frames.flatMap(([frame, inner]) => (!inner && isDrawn(frame) && !judgePlace(frame, FRAME, place) ? [frame] : [])),
    roots: [document, ...gather((one) => one.roots)],
  };
}

/** In a chat system's own inbox the address is the answer; beside it, only what names another system. */
function addAddress(findings: readonly Finding[], address: Finding): readonly Finding[] {
  return [address, ...findings.filter(({ provider }) => provider && provider !== address.provider)];
}

/** A page whose address names nothing, with ids of many conversations: a list of tickets, not one of them. */
function isList(helpdesk: Helpdesk, ticket: string, findings: readonly Finding[]): boolean {
  if (helpdesk.id !== generic.id || /\d/.test(ticket)) return false;
  return new Set(findings.filter(({ refusal }) => !refusal).map(({ id }) => id)).size > MAX_OPEN;
}

function readAddress(url: URL, id: string, provider: ProviderId): Finding {
  return { id, provider, kind: 'url', label: 'ticketId', excerpt: `${url.host}${url.pathname}`.slice(0, 160), isQuoted: false };
}

/** What of a finding leaves the page: just this, for the background refuses a report that holds anything else. */
export function toCandidate({ id, provider, kind, label, excerpt, refusal }: Finding): Candidate {
  return { ...{ id, kind, label, excerpt }, ...(provider && { provider }), ...(refusal && { refusal }) };
}
