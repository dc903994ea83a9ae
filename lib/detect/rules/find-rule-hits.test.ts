import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_GROWTH, measureGrowth } from '../../../tests/measure-growth.ts';
import { isConversationId } from '../../domain/ref.ts';
import { findLabelPlaces, findTemplateHits, findUrlHit } from './find-rule-hits.ts';

const ids = (text: string, template: string) => findTemplateHits(text, template).map(({ id }) => id);

describe('findTemplateHits', () => {
  it.each([
    ['Case ref: 4478963', 'Case ref: {id}', ['4478963']],
    ['Case  ref:\ue0014478963.', 'Case ref: {id}', ['4478963']],
    ['see session 11111 and session 22222', 'session {id}', ['11111', '22222']],
    ['4478963 is the number', '{id} is the', ['4478963']],
    ['obsession 4478963', 'session {id}', []],
    ['session AB4478963', 'session {id}', []],
    ['session 4478963-12', 'session {id}', []],
    ['session 447.89', 'session {id}', []],
    ['Session 4478963', 'session {id}', []],
    ['(4478963', '({id})', []],
    ['chat (4478963)', 'chat ({id})', ['4478963']],
  ])('%j with %j', (text, template, found) => {
    expect(ids(text, template)).toEqual(found);
  });

  it('never throws, and takes only ids of the grammar', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom('ref ', '4478963', ' ', '\n', '.', '٤', '(', '{id}'), fc.string({ maxLength: 4 })),
    );
    fc.assert(
      fc.property(text, fc.string({ maxLength: 80 }), (parts, template) => {
        for (const one of ['ref {id}', '{id} ref', template])
          for (const { id, refusal } of findTemplateHits(parts.join(''), one))
            expect(refusal !== undefined || isConversationId(id)).toBe(true);
      }),
    );
  });

  it.each([
    ['numbers', '1 '.repeat(100_000), 'ref {id}'],
    ['words that nearly match', 'ref 12x '.repeat(25_000), 'ref {id} chat'],
    ['digits', '1'.repeat(200_000), 'ref {id}'],
    ['blanks', ' '.repeat(200_000), `${'a '.repeat(38)}{id}`],
    ['blanks between numbers', `1${' '.repeat(199)}`.repeat(1000), `${'a '.repeat(38)}{id}`],
  ])('stays linear on %s', (_, text, template) => {
    const prepare = (length: number) => () => {
      findTemplateHits(text.slice(0, length), template);
      findLabelPlaces(text.slice(0, length), 'ref');
    };
    expect(measureGrowth(prepare, text.length / 4)).toBeLessThan(LINEAR_GROWTH);
  });
});

describe('findLabelPlaces', () => {
  it.each([
    ['Ref: 1', 'Ref', [0]],
    ['Order 5, Ref: 1', 'Ref', [9]],
    ['Our Ref: 1', 'Ref', []],
    ['Reference: 1', 'Ref', []],
    ['a\nRef 1', 'Ref', [2]],
  ])('%j holds %j at %j', (text, label, places) => {
    expect(findLabelPlaces(text, label)).toEqual(places);
  });
});

describe('findUrlHit', () => {
  const rule = { version: 1, site: 'https://desk.example', enabled: true, kind: 'url', text: 'case' } as const;
  it.each([
    ['/x?case=4478963', 'query', '4478963'],
    ['/#/x?case=4478963', 'query', '4478963'],
    ['/case/4478963/mails', 'path', '4478963'],
    ['/#/case/4478963', 'path', '4478963'],
    ['/x?case=1111&case=2222', 'query', undefined],
    ['/showcase/4478963', 'path', undefined],
    ['/x?case=abc', 'query', undefined],
  ] as const)('%s as %s gives %s', (address, place, id) => {
    expect(findUrlHit(new URL(address, 'https://desk.example'), { ...rule, place })).toBe(id);
  });
});
