import { describe, expect, it } from 'vitest';
import { formatRef, isConversationId, isSameRef } from './ref.ts';

describe('isConversationId', () => {
  it.each(['1', '254626', '443484636', '9223372036854775807'])('accepts %s', (id) => {
    expect(isConversationId(id)).toBe(true);
  });

  it.each([
    '',
    '0',
    '0042',
    '-1',
    '+1',
    ' 1',
    '1 ',
    '1\n',
    '.',
    '..',
    '../../x',
    '1?x=1',
    '1/2',
    '%31',
    '１２',
    '٤٢',
    '1e3',
    '1'.repeat(20),
  ])('refuses %j', (id) => {
    expect(isConversationId(id)).toBe(false);
  });
});

describe('refs', () => {
  it('are written as the contract says', () => {
    expect(formatRef({ provider: 'socialboards', id: '254626' })).toBe('socialboards:254626');
  });

  it('are the same only when provider and id are', () => {
    expect(isSameRef({ provider: 'maax', id: '1' }, { provider: 'maax', id: '1' })).toBe(true);
    expect(isSameRef({ provider: 'maax', id: '1' }, { provider: 'socialboards', id: '1' })).toBe(false);
    expect(isSameRef({ provider: 'maax', id: '1' }, undefined)).toBe(false);
    expect(isSameRef(undefined, undefined)).toBe(true);
  });
});
