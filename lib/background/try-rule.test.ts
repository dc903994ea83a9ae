import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaughtRule } from '../domain/taught-rule.ts';
import * as commands from '../platform/page-commands.ts';
import { tryRule } from './try-rule.ts';

vi.mock('../platform/page-commands.ts', { spy: true });

const rule: TaughtRule = { version: 1, site: 'https://desk.example', kind: 'label', text: 'Case ref', enabled: true };
const hit = (id: string, more: object = {}) => ({ id, kind: 'taught', label: 'Case ref', excerpt: '', ...more });

/** Tabs of the site, and what each answers; an error: it refuses. */
function setTabs(...answers: readonly (readonly unknown[] | Error)[]): void {
  vi.mocked(commands.listTabsOf).mockResolvedValue(answers.map((_, index) => index));
  vi.mocked(commands.tryRulesInTab).mockImplementation(async (tab) => {
    const answer = answers[tab];
    if (!Array.isArray(answer)) throw answer;
    return answer;
  });
}

beforeEach(() => vi.clearAllMocks());

describe('trying a rule on the open pages of its site', () => {
  it.each<[string, readonly (readonly unknown[] | Error)[], object]>([
    ['no page is open', [], { pages: 0, ids: [] }],
    ['it finds nothing', [[]], { pages: 1, ids: [] }],
    ['it finds an id', [[hit('1')], []], { pages: 2, ids: [['1']] }],
    ['two frames show the same id', [[hit('1'), hit('1')]], { pages: 1, ids: [['1']] }],
    ['it finds several on one page', [[hit('1'), hit('2')], [hit('3')]], { pages: 2, ids: [['1', '2'], ['3']] }],
    ['what it finds is no id', [[hit('0042', { refusal: 'bad-id' })]], { pages: 1, ids: [] }],
    ['a page makes something up', [[hit('../x')], [hit('1')]], { pages: 2, ids: [['1']] }],
    ['a page refuses', [new Error('error page'), [hit('1')]], { pages: 2, ids: [['1']] }],
  ])('says so where %s', async (_, answers, expected) => {
    setTabs(...answers);
    expect(await tryRule(rule)).toEqual(expected);
  });
});
