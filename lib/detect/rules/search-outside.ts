import type { TaughtRule } from '../../domain/taught-rule.ts';
import type { Finding } from '../finding.ts';
import type { Page } from '../page.ts';
import { listPanesBeside } from '../panes-beside.ts';
import type { Scope } from '../select-scope.ts';
import { walkPage } from '../walk-page.ts';
import { applyRules, mayHoldRule } from './apply-rules.ts';

/** Parts of a page that are no ticket's, and may tell of the open one all the same. */
const AROUND = 'nav,[role="navigation"],[role="banner"],[role="contentinfo"],[role="alert"],[role="status"]';
/** Other tickets stand there. */
const LISTS =
  '[role="search"],[role="menu"],[role="menubar"],[role="tablist"],[role="listbox"],[role="tree"],aside :is(ul,ol,table):has(a[href^="/"],a[href^="#"])';
const DIALOG = '[role="dialog"],dialog';

/** What of a page is shown around the open ticket: not what a dialog with the ticket in it covers, nor another ticket's pane. */
function selectAround({ elements, isMain }: Scope, { body }: Document): readonly Element[] {
  // An open ticket that is not in front yet: what is in front is another one.
  if (!body || elements.length === 0 || elements.some((element) => element.closest(DIALOG))) return [];
  const inside = isMain ? elements.flatMap((element) => [...element.querySelectorAll(AROUND)]) : [];
  const outermost = inside.filter((element) => !inside.some((other) => other !== element && other.contains(element)));
  return elements.includes(body) ? outermost : [body, ...outermost];
}

/** What a rule finds around the ticket is the ticket's where it is one id. */
function takeLone(findings: readonly Finding[]): readonly Finding[] {
  const isLone = ({ label }: Finding) => new Set(findings.filter((one) => one.label === label).map(({ id }) => id)).size === 1;
  return findings.map((finding) => ({ ...finding, isOutside: true, ...(isLone(finding) ? {} : { refusal: 'in-list' as const }) }));
}

/** Looks around the open ticket for what rules did not see in it; also gives what was read there, to be watched. */
export function* searchOutside(
  rules: readonly TaughtRule[],
  {
    scope,
    exclude,
    url,
    document,
  }: { readonly scope: Scope; readonly exclude: string | undefined; readonly url: URL; readonly document: Document },
): Generator<void, { readonly findings: readonly Finding[]; readonly page?: Page }> {
  const elements = rules.length > 0 ? selectAround(scope, document) : [];
  if (elements.length === 0) return { findings: [] };
  const skip = new Set([...scope.elements, ...(scope.isMain ? [] : listPanesBeside(scope.elements))]);
  const place = { elements, exclude: [LISTS, exclude].filter(Boolean).join(','), skip };
  const page = yield* walkPage(place, { wanted: (text) => mayHoldRule(rules, text) });
  const { findings } = yield* applyRules(rules, url, page);
  return { findings: takeLone(findings), page };
}
