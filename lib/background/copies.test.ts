import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PROPERTY_RUNS } from '../../tests/depth.ts';
import { converse, listKept, MB, noise, refOf } from '../../tests/unit/copy-stage.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { dropCopies, findCopy, keepCopy, readCopy, readStart, touchCopy } from './copies.ts';
import { countBytes } from './plan-copies.ts';

/** So long that a part of it is kept to start from. */
function converseLong(id: string, text = 'Hi', fetchedAt = 5): Conversation {
  const [first] = converse(id, text).messages;
  const messages = Array.from({ length: 400 }, (_, index) => ({ ...first, id: String(index) }) as Message);
  return { ...converse(id, text, fetchedAt), messages };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('kept conversations', () => {
  it('are given back as they were read', async () => {
    await keepCopy(converse('1'));
    expect(await readCopy(refOf(1))).toEqual({ conversation: converse('1'), changedAt: 5 });
    expect(await readCopy(refOf(2))).toBeUndefined();
  });

  it('are given back rightly or not at all, whatever has become of them', async () => {
    await keepCopy(converse('1', 'Hi', 5));
    const whole = String((await fakeBrowser.storage.session.get('copy:maax:1'))['copy:maax:1']);
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 12 }))
      .map(([at, length, by]) => whole.slice(0, at) + by + whole.slice(at + length));
    const other = fc.constantFrom(
      'null',
      '"1"',
      JSON.stringify(converse('2')),
      JSON.stringify({ ...converse('1'), complete: false }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, fc.json(), fc.string(), other), async (text) => {
        await fakeBrowser.storage.session.set({ 'copy:maax:1': text });
        const copy = await readCopy(refOf(1));
        if (copy === undefined) return;
        const { ref, messages, complete } = copy.conversation;
        expect([ref, complete]).toEqual([refOf(1), true]);
        for (const { id, text: words } of messages) expect([typeof id, typeof words]).toEqual(['string', 'string']);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are given back rightly or not at all, where they are long, whatever has become of either text', async () => {
    const long = converseLong('1');
    await keepCopy(long);
    const texts = (await fakeBrowser.storage.session.get(['copy:maax:1', 'whole:maax:1'])) as Record<string, string>;
    const name = fc.constantFrom('copy:maax:1', 'whole:maax:1');
    const cut = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(200), fc.string({ maxLength: 12 }))
        .map(([at, length, by]) => text.slice(0, at) + by + text.slice(at + length));
    const { fetchedAt: _, ...said } = long;
    const other = fc.constantFrom(
      ...['null', ...Object.values(texts)],
      JSON.stringify({ ...said, messages: long.messages.slice(300) }),
      JSON.stringify({ ...said, messages: long.messages.slice(300), complete: false }),
      JSON.stringify({ ...said, complete: false }),
    );
    const damage = name.chain((one) => fc.oneof(cut(texts[one] ?? ''), other).map((text) => ({ [one]: text })));
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        await fakeBrowser.storage.session.set({ ...texts, ...damaged });
        const [start, whole] = [(await readStart(refOf(1)))?.conversation, (await readCopy(refOf(1)))?.conversation];
        for (const one of [start, whole]) {
          const { above, below } = one?.around ?? { above: 0, below: 0 };
          expect([one?.ref, one && above + one.messages.length + below]).toEqual(one ? [refOf(1), 400] : [undefined, undefined]);
          expect(one?.complete).toBe(one && one.around === undefined);
        }
        expect(whole?.complete ?? true).toBe(true);
      }),
      { numRuns: PROPERTY_RUNS / 10 },
    );
  });

  it('can be started from in part where they are long, kept in the same write', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    const long = converseLong('1');
    await keepCopy(long);
    expect(set.mock.calls.map(([values]) => Object.keys(values as object))).toEqual([['copies', 'copy:maax:1', 'whole:maax:1']]);
    expect(await readStart(refOf(1))).toEqual({
      conversation: { ...long, messages: long.messages.slice(300), complete: false, around: { above: 300, below: 0 } },
      changedAt: 5,
    });
    expect(await readCopy(refOf(1))).toEqual({ conversation: long, changedAt: 5 });
    const { bytes } = (await findCopy(refOf(1))) ?? {};
    const texts = Object.values(await fakeBrowser.storage.session.get(['copy:maax:1', 'whole:maax:1'])) as string[];
    expect(bytes).toBe(texts.reduce((sum, text) => sum + countBytes(text), 0));
  });

  it('leave nothing behind, of what is long neither', async () => {
    await keepCopy(converseLong('1'));
    await keepCopy(converseLong('2'));
    await keepCopy(converse('2'));
    expect(await readStart(refOf(2))).toEqual(await readCopy(refOf(2)));
    expect(await listKept()).toEqual(['copy:maax:1', 'copy:maax:2', 'whole:maax:1']);
    await dropCopies(refOf(1));
    expect(await listKept()).toEqual(['copy:maax:2']);
    await keepCopy(converseLong('3'));
    for (let id = 11; id <= 30; id++) await keepCopy(converse(String(id)));
    expect(await listKept()).toHaveLength(20);
    await keepCopy(converseLong('4'));
    await keepCopy(converse('4', noise(9 * MB)));
    expect((await listKept()).filter((name) => name.endsWith(':4'))).toEqual([]);
  });

  it('never reach the disk', async () => {
    await keepCopy(converse('1', 'secret words'));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('know when they changed last, however often they were found unchanged', async () => {
    await keepCopy(converse('1', 'Hi', 5));
    await keepCopy(converse('1', 'Hi', 60));
    expect(await findCopy(refOf(1))).toMatchObject({ fetchedAt: 60, changedAt: 5 });
    await keepCopy(converse('1', 'Hi again', 90));
    expect(await findCopy(refOf(1))).toMatchObject({ fetchedAt: 90, changedAt: 90 });
  });

  it('do not write a text anew that has not changed', async () => {
    await keepCopy(converse('1', 'Hi', 5));
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    await keepCopy(converse('1', 'Hi', 60));
    expect(set.mock.calls.map(([values]) => Object.keys(values as object))).toEqual([['copies']]);
  });

  it('are twenty at most: the one that was not used for longest goes', async () => {
    for (let id = 1; id <= 20; id++) await keepCopy(converse(String(id)));
    await touchCopy(refOf(1));
    for (let id = 21; id <= 40; id++) await keepCopy(converse(String(id)));
    expect(await listKept()).toHaveLength(20);
    await touchCopy(refOf(21));
    await keepCopy(converse('41'));
    expect(await listKept()).toContain('copy:maax:21');
    expect(await listKept()).not.toContain('copy:maax:22');
  });

  it('make room when the browser has none, and cost no error where there is none to make', async () => {
    for (let id = 1; id <= 3; id++) await keepCopy(converse(String(id)));
    const full = new Error('Session storage quota bytes exceeded. Values were not stored.');
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    await keepCopy(converse('4'));
    expect(await listKept()).toEqual(['copy:maax:3', 'copy:maax:4']);
    vi.mocked(fakeBrowser.storage.session.set).mockRejectedValue(full);
    await expect(keepCopy(converse('5'))).resolves.toBeUndefined();
    expect(await readCopy(refOf(5))).toBeUndefined();
  });

  it.each(['{', '{}', '{"messages":[{"id":1}]}'])('count as absent where they cannot be read: %s', async (text) => {
    await keepCopy(converse('1'));
    await fakeBrowser.storage.session.set({ 'copy:maax:1': text });
    expect(await readCopy(refOf(1))).toBeUndefined();
  });

  it('are not kept from an answer that comes after a lock', async () => {
    await fakeBrowser.storage.session.set({ lock: { isLocked: true } });
    await keepCopy(converse('1', 'secret words'));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ lock: { isLocked: true } });
  });

  it('go by provider or one by one', async () => {
    await keepCopy(converse('1'));
    await keepCopy(converse('2'));
    await keepCopy({ ...converse('1'), ref: { provider: 'socialboards', id: '1' } });
    await dropCopies(refOf(2));
    expect(await listKept()).toEqual(['copy:maax:1', 'copy:socialboards:1']);
    await dropCopies('maax');
    expect(await listKept()).toEqual(['copy:socialboards:1']);
    expect(await findCopy(refOf(1))).toBeUndefined();
  });
});

describe('countBytes', () => {
  it.each([
    ['plain', 'x'.repeat(1000), 1000],
    ['accented, two bytes each in Chromium', 'å'.repeat(1000), 2000],
    ['one wide character, two bytes each in Firefox', `${'x'.repeat(999)}→`, 2000],
    ['wide, three bytes each in Chromium', '→'.repeat(1000), 3000],
  ])('counts the dearer way: %s', (_what, text, bytes) => {
    expect(countBytes(text) - countBytes('')).toBe(bytes);
  });
});
