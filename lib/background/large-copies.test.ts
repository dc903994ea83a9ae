import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { converse, listKept, MB, noise, refOf } from '../../tests/unit/copy-stage.ts';
import type { Message } from '../domain/message.ts';
import { dropCopies, findCopy, keepCopy, readCopy, readStart } from './copies.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('large conversations', () => {
  it('take 8 MB at most', async () => {
    for (let id = 1; id <= 5; id++) await keepCopy(converse(String(id), noise(2 * MB)));
    expect(await listKept()).toEqual(['copy:maax:3', 'copy:maax:4', 'copy:maax:5']);
    await keepCopy(converse('6', noise(7 * MB)));
    expect(await listKept()).toEqual(['copy:maax:6']);
  });

  it('remember that a conversation is too large', async () => {
    await keepCopy(converse('1'));
    await keepCopy(converse('1', noise(9 * MB), 7));
    expect(await listKept()).toEqual([]);
    expect(await findCopy(refOf(1))).toMatchObject({ bytes: 0, fetchedAt: 7 });
    expect(await readCopy(refOf(1))).toBeUndefined();
  });

  it.each([
    ['cut', []],
    ['with a hole', [{ before: 9_000, missing: 5 }]],
  ])(
    'are kept at 10,000 messages of 260 characters, one beyond Latin 1, %s; unchanged, they are not written anew',
    async (_, gaps) => {
      const words = ['parcel', 'refund', 'æøå', 'tracking', 'where', 'thanks', 'delivery', 'order', 'please', 'number'];
      const tell = (index: number) => Array.from({ length: 40 }, (_, at) => words[(index * 7 + at * (index % 9)) % 10]).join(' ');
      const messages = Array.from({ length: 10_000 }, (_, index) => ({
        ...converse('1', `${index} ${index === 5 ? '→' : ''}${tell(index)}`.slice(0, 260)).messages[0],
        id: String(index),
      })) as Message[];
      const large = { ...converse('1'), messages, gaps };
      await keepCopy(large);
      expect((await findCopy(refOf(1)))?.bytes).toBeGreaterThan(0);
      expect((await findCopy(refOf(1)))?.bytes).toBeLessThan(3 * MB);
      expect((await readCopy(refOf(1)))?.conversation).toEqual(large);
      const set = vi.spyOn(fakeBrowser.storage.session, 'set');
      await keepCopy({ ...large, fetchedAt: 60 });
      expect(set.mock.calls.map(([values]) => Object.keys(values as object))).toEqual([['copies']]);
      expect(await findCopy(refOf(1))).toMatchObject({ fetchedAt: 60, changedAt: 5 });
    },
  );

  it('are dropped also where they are only just being kept, and hold up nobody who reads another one', async () => {
    await keepCopy(converse('2'));
    const order: string[] = [];
    const kept = keepCopy(converse('1', noise(4 * MB))).then(() => order.push('kept'));
    await readStart(refOf(2)).then(() => order.push('read'));
    await dropCopies('maax');
    await kept;
    expect(order).toEqual(['read', 'kept']);
    expect(await listKept()).toEqual([]);
  });
});
