// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { scanPage, toCandidate } from '../detect/scan-page.ts';
import type { Candidate } from '../domain/candidate.ts';
import { fail } from '../domain/result.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import * as commands from '../platform/page-commands.ts';
import { keepRules, listSiteRules } from './manage-rules.ts';
import { refuseId } from './refuse-id.ts';

vi.mock('../platform/page-commands.ts', { spy: true });

const site = 'https://desk.example';
const INBOX = 'https://inbox.socialboards.com/acme';
const REF: TaughtRule = { version: 1, site, kind: 'label', text: 'Case ref', enabled: true };
const WRONG = '<dl><dt>Conversation ID</dt><dd>11111</dd></dl>';

function look(rules: readonly TaughtRule[]): readonly Candidate[] {
  const steps = scanPage(new URL('/tickets/7', site), document, { helpdesks: [], rules });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.findings.map(toCandidate);
}

/** The page shows this, and its script has told so. */
async function show(html: string): Promise<readonly Candidate[]> {
  document.body.innerHTML = `<main>${html}</main>`;
  const candidates = look(await listSiteRules(site));
  await fakeBrowser.storage.session.set({ 'reports:7': [{ frame: 0, site, settled: true, candidates }] });
  return candidates;
}

/** The ids that a page gives by the rules that are kept; with `!` those that the agent refused. */
async function read(html: string): Promise<readonly string[]> {
  const shown = await show(html);
  return shown.flatMap(({ id, refusal }) => (refusal === 'not-this' ? `!${id}` : refusal ? [] : id)).sort();
}

/** The agent says on a page that an id is not the one. */
async function refuse(html: string, id: string) {
  const candidate = (await show(html)).find((one) => one.id === id) as Candidate;
  return refuseId(7, candidate);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(commands.setRulesInTabs).mockResolvedValue();
  vi.mocked(commands.tryRulesInTab).mockImplementation(async (_, _site, rules) => look(rules));
});

describe('an id that the agent says is not the one', () => {
  it('is left out where it stands, on the next ticket too, and says why', async () => {
    const rule = { version: 1, site, enabled: true, refuses: 'field', kind: 'label', text: 'Conversation ID' };
    expect(await refuse(WRONG, '11111')).toEqual({ ok: true, value: [rule] });
    expect(await listSiteRules(site)).toEqual([rule]);
    expect(await read(WRONG)).toEqual(['!11111']);
    expect(await read(WRONG.replace('11111', '22222'))).toEqual(['!22222']);
  });

  it('is left out, too, where the field that was taught instead is empty', async () => {
    const page = (ref: string, id: string) => `<dl><dt>Case ref</dt><dd>${ref}</dd></dl>${WRONG.replace('11111', id)}`;
    await keepRules([REF]);
    await refuse(page('4478963', '11111'), '11111');
    expect(await read(page('4478963', '11111'))).toEqual(['!11111', '4478963']);
    expect(await read(page('', '22222'))).toEqual(['!22222']);
    // What a positive rule finds is taken, whatever it is.
    expect(await read(page('22222', '22222'))).toEqual(['22222']);
  });

  it('hides neither the same words in another kind of place, nor links', async () => {
    const others = `<p>Conversation ID: 254626, says the bot</p><a href="${INBOX}?ticketId=777001">chat</a>`;
    await refuse(WRONG + others, '11111');
    expect(await read(WRONG + others)).toEqual(['!11111', '254626', '777001']);
  });

  it('is left out of links by the name that it has there, for one chat system', async () => {
    const links = (id: string) => `<a href="${INBOX}?ticketId=${id}">a</a><a href="${INBOX}/conversations/254626">b</a>
      <a href="https://app.maax.ai/conversations/48213">c</a>`;
    expect(await refuse(links('11111'), '11111')).toMatchObject({
      value: [{ kind: 'url', place: 'query', text: 'ticketId', provider: 'socialboards', refuses: 'link' }],
    });
    expect(await read(links('22222'))).toEqual(['!22222', '254626', '48213']);
    await refuse(links('22222'), '254626');
    expect(await read(links('22222'))).toEqual(['!22222', '!254626', '48213']);
  });

  it('is told from others with the same label by the words around it', async () => {
    const page = '<p>Old conversation ID: 11111 (closed)</p><p>Your conversation ID: 254626 (open)</p>';
    expect(await refuse(page, '11111')).toMatchObject({ value: [{ kind: 'pattern', refuses: 'text' }] });
    expect(await read(page)).toEqual(['!11111', '254626']);
  });

  it('is left out of every place that it stands in', async () => {
    const page = `${WRONG}<p>Bot chat ID: 11111</p>`;
    expect(await refuse(page, '11111')).toMatchObject({ value: [{ refuses: 'field' }, { refuses: 'text' }] });
    expect(await read(page)).toEqual(['!11111']);
  });

  it('switches off the rule of the agent’s own that found it', async () => {
    await keepRules([REF]);
    expect(await refuse('<p>Case ref: 11111</p>', '11111')).toEqual({ ok: true, value: [{ ...REF, enabled: false }] });
    expect(await read('<p>Case ref: 11111</p>')).toEqual([]);
  });

  it('stays where nothing tells it from one that would go with it, and no rule is kept', async () => {
    const page = '<p>Conversation ID: 11111</p><p>Conversation ID: 22222</p>';
    expect(await refuse(page, '11111')).toEqual(fail({ kind: 'finds-several' }));
    expect(await listSiteRules(site)).toEqual([]);
  });

  it('must be one that a page of the tab shows now', async () => {
    const [candidate] = await show(WRONG);
    document.body.innerHTML = '<main></main>';
    expect(await refuseId(7, candidate as Candidate)).toEqual(fail({ kind: 'page-gone' }));
    expect(await refuseId(8, candidate as Candidate)).toEqual(fail({ kind: 'page-gone' }));
    expect(await refuseId(7, { ...(candidate as Candidate), label: 'Order' })).toEqual(fail({ kind: 'page-gone' }));
    vi.mocked(commands.tryRulesInTab).mockRejectedValue(new Error('No tab'));
    expect(await refuseId(7, candidate as Candidate)).toEqual(fail({ kind: 'page-gone' }));
    expect(await listSiteRules(site)).toEqual([]);
  });
});
