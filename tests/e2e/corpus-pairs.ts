import type { TabState } from '../../lib/domain/tab-state.ts';
import { listTaken } from '../corpus/list-taken.ts';
import type { CorpusCase } from '../corpus/read-case.ts';

/** Two tickets of one helpdesk, the second opened from the first. */
export interface TicketPair {
  readonly before: CorpusCase;
  readonly after: CorpusCase;
}

/** Pages of one helpdesk differ little in this. */
const MAX_PAIRS = 2;
const MAX_GENERIC = 10;

function bare(id: string): string {
  return id.replace(/^\w+:/, '');
}

/** Another id of the same length. */
function changeId(id: string): string {
  return String(BigInt(id) + 111n);
}

function changeLast(key: string): string {
  return key.slice(0, -1) + (key.endsWith('1') ? '2' : '1');
}

/** The same page with another ticket's number and other ids: nothing of it may be said of the ticket after. */
function varyCase(one: CorpusCase): CorpusCase | undefined {
  const changes = new Map(one.ids.map((id) => [bare(id), changeId(bare(id))]));
  if ([...changes.keys()].some((id) => !`${one.html}${one.url}`.includes(id))) return undefined;
  if (one.ticket && !changes.has(one.ticket)) changes.set(one.ticket, changeLast(one.ticket));
  const change = (text: string) => [...changes].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const url = one.helpdesk === 'generic' ? one.url.replace(/\d+(?=\D*$)/, changeLast) : change(one.url);
  const ids = one.ids.map((id) => id.replace(bare(id), changeId(bare(id))));
  const values = Object.entries(one.values ?? {}).map(([selector, value]) => [selector, change(value)]);
  const isNew = url !== one.url && new URL(url).origin === new URL(one.url).origin;
  return isNew
    ? { ...one, ...{ name: `before ${one.name}`, url, ids, html: change(one.html), values: Object.fromEntries(values) } }
    : undefined;
}

/** Every page with ids, each after a page of the same helpdesk that is built alike. */
export function pairTickets(cases: readonly CorpusCase[]): readonly TicketPair[] {
  const pairs = cases.flatMap((after) => {
    // Put into a page that is there already, scripts do not run.
    const isWhole = !after.html.includes('<script');
    const before = isWhole && after.ids.length > 0 && after.ticket !== null ? varyCase(after) : undefined;
    return before ? [{ before, after }] : [];
  });
  return [...new Set(pairs.map(({ after }) => after.helpdesk))].flatMap((name) => {
    const group = pairs.filter(({ after }) => after.helpdesk === name);
    const step = Math.ceil(group.length / (name === 'generic' ? MAX_GENERIC : MAX_PAIRS));
    return group.filter((_, index) => index % step === 0);
  });
}

/** Whether a tab holds no other id than its page's labels name. */
export function isWithinLabels({ candidates }: TabState, { ids }: CorpusCase): boolean {
  return listTaken(candidates).every((id) => ids.includes(id));
}
