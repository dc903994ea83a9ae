import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('keeps every digit of a large integer', () => {
    expect(parseJson('{"id":9223372036854775807,"n":[254626,-9007199254740993]}')).toEqual({
      ok: true,
      value: { id: '9223372036854775807', n: [254626, '-9007199254740993'] },
    });
  });

  it('leaves digits in texts, fractions and powers alone', () => {
    expect(parseJson('{"a":"1234567890123456789","b":1.2345678901234567,"c":1e30}')).toEqual({
      ok: true,
      value: { a: '1234567890123456789', b: 1.2345678901234567, c: 1e30 },
    });
  });

  it.each(['', '<!doctype html>', '{"a":', '{"a":1}x', 'undefined'])('gives %j back as text', (text) => {
    expect(parseJson(text)).toEqual({ ok: false, failure: text });
  });

  it('does not fall over what is nested deeply', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect([true, false]).toContain(parseJson(text).ok);
    expect([true, false]).toContain(parseJson(text.replace('[]', '[1234567890123456789]')).ok);
  });

  it('reads what JSON writes, where no digit would be lost', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });
});
