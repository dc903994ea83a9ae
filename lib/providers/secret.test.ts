import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecret } from './secret.ts';

describe('isSecret', () => {
  it.each(['x', 'demo-maax-key-1234567890', 'eyJ0eXAi.eyJjaWQi.c2ln_-', '!"#$%&/()=?', 'x'.repeat(8192)])('takes %j', (text) => {
    expect(isSecret(text)).toBe(true);
  });

  it.each(['', ' ', 'a b', 'a\nb', 'a\r\nX: y', 'a\tb', 'clé', 'ключ', 'a\u0000b', 'a\u007fb', 'x'.repeat(8193)])(
    'refuses %j',
    (text) => {
      expect(isSecret(text)).toBe(false);
    },
  );

  it('takes only what a header gives back unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        if (isSecret(text)) {
          expect(new Headers({ '2hd-api-key': text }).get('2hd-api-key')).toBe(text);
        }
      }),
    );
  });
});
