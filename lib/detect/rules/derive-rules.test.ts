import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRuleText, type Pick } from '../../domain/taught-rule.ts';
import { deriveRules, readPicked } from './derive-rules.ts';

const PAGE = 'https://desk.example/view?session=4478963';

function pick(parts: Partial<Pick>): Pick {
  return { number: '4478963', before: '', after: '', labels: [], ...parts };
}

function onPage(url: string) {
  return { site: new URL(url).origin, url: new URL(url) };
}

/** The first rule that is tried, as `kind text`. */
function first(parts: Partial<Pick>, url = 'https://desk.example/tickets/7'): string | undefined {
  const [rule] = deriveRules(pick(parts), onPage(url));
  return rule && `${rule.kind} ${rule.text}`;
}

describe('deriveRules', () => {
  it.each([
    ['a label on the same line', { before: 'Order no 5\nCase ref: ' }, 'label Case ref'],
    ['a label beside the value', { labels: ['Bot reference *'] }, 'label Bot reference'],
    ['a bracket before the number', { before: 'Reference (' }, 'label Reference'],
    ['a sentence', { before: 'The customer has been talking to our automated helper, session ' }, 'pattern helper, session {id}'],
    ['words after the number only', { after: ' is the number of the chat' }, 'pattern {id} is the'],
  ])('takes %s', (_, parts, rule) => {
    expect(first(parts)).toBe(rule);
  });

  it('takes the address where no words stand beside the id', () => {
    expect(first({}, PAGE)).toBe('url session');
    expect(first({}, 'https://desk.example/#/case/4478963/mails')).toBe('url case');
  });

  it('derives nothing from a number alone, or from no id', () => {
    expect(first({})).toBeUndefined();
    expect(deriveRules(pick({ number: '0042', before: 'Case ref: ' }), onPage(PAGE))).toEqual([]);
  });

  it.each([
    ['4 478 963', '4478963'],
    ['254,626', '254626'],
    ['٤٤٧٨٩٦٣', '4478963'],
    ['9'.repeat(20), undefined],
    ['ref', undefined],
  ])('reads %s as %s', (number, id) => {
    expect(readPicked(pick({ number }))).toBe(id);
  });

  it('never throws, and derives rules within bounds only', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const picks = fc.record({
      number: fc.oneof(text, fc.constant('4478963')),
      before: text,
      after: text,
      labels: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(picks, fc.webUrl({ withQueryParameters: true, withFragments: true }), (one, url) => {
        for (const { kind, text } of deriveRules(one, onPage(url))) expect(isRuleText(kind, text)).toBe(true);
      }),
    );
  });
});
