import { describe, expect, it } from 'vitest';
import { packText, unpackText } from './pack-text.ts';

const LONG = JSON.stringify(
  Array.from({ length: 10_000 }, (_, index) => ({ id: index, text: `Where is parcel ${index}? → 荷物 \ud800` })),
);

describe('a text that is kept', () => {
  it.each([
    ['a short one', '{"a":1}'],
    ['a long one', LONG],
    ['a long one that is no JSON', 'z'.repeat(300_000)],
  ])('%s comes back as it was', async (_, text) => {
    expect(await unpackText(await packText(text))).toBe(text);
  });

  it('is compressed only where it is long', async () => {
    expect(await packText('{"a":1}')).toBe('{"a":1}');
    const packed = await packText(LONG);
    expect(packed.length).toBeLessThan(LONG.length / 3);
    expect(packed).toMatch(/^[\x20-\x7e]*$/);
  });

  it.each(['z', 'z!', 'zAAAA'])('throws where it has been damaged: %s', async (kept) => {
    await expect(unpackText(kept)).rejects.toThrow();
  });
});
