import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MessageType } from '../platform/messages.ts';
import type { Sender } from '../platform/sender.ts';
import { dispatch } from './dispatch.ts';
import { MESSAGE_POLICY } from './message-policy.ts';
import { VALID_MESSAGES } from './messages-for-tests.ts';

const handled = vi.hoisted(() => vi.fn());
// The whole matrix is said within a second.
const judged = vi.hoisted(() => vi.fn());
vi.mock('./flood-guard.ts', () => ({ createFloodGuard: () => judged }));
vi.mock('./handlers.ts', () => ({ HANDLERS: new Proxy({}, { get: () => handled }) }));

const id = fakeBrowser.runtime.id;
const own = `chrome-extension://${id}`;
const tab = { id: 7, url: 'https://desk.example/tickets/1' } as NonNullable<Sender['tab']>;
const foreignTab = { id: 8, url: 'https://foreign.example/' } as NonNullable<Sender['tab']>;

/** Who speaks, as the browser would stamp it. */
const SENDERS: Record<string, Sender> = {
  popup: { id, url: `${own}/popup.html`, origin: own },
  sidepanel: { id, url: `${own}/sidepanel.html`, origin: own },
  options: { id, url: `${own}/options.html`, origin: own, tab, frameId: 0 },
  frame: { id, url: `${own}/frame.html`, origin: own, tab, frameId: 3 },
  site: { id, url: tab.url as string, origin: 'https://desk.example', tab, frameId: 0 },
  'site subframe': { id, url: 'about:srcdoc', origin: 'https://desk.example', tab, frameId: 2 },
  'sandboxed subframe': { id, url: 'about:srcdoc', origin: 'null', tab, frameId: 2 },
  'frame in a foreign page': { id, url: `${own}/frame.html`, origin: own, tab: foreignTab, frameId: 3 },
  'options in a frame': { id, url: `${own}/options.html`, origin: own, tab, frameId: 3 },
  'look-alike host': {
    id,
    url: 'https://desk.example.evil.example/',
    origin: 'https://desk.example.evil.example',
    tab,
    frameId: 0,
  },
  'other port': { id, url: 'https://desk.example:8443/', origin: 'https://desk.example:8443', tab, frameId: 0 },
  'other scheme': { id, url: 'http://desk.example/', origin: 'http://desk.example', tab, frameId: 0 },
  'foreign frame': { id, url: 'https://foreign.example/', origin: 'https://foreign.example', tab, frameId: 4 },
  'other extension': { id: 'other', url: 'chrome-extension://other/popup.html', origin: 'chrome-extension://other' },
  nobody: {},
};

const SITES = ['site', 'site subframe', 'sandboxed subframe'];

/** The verdicts, written by hand: who may send what. The policy must agree with it, not the other way round. */
const ALLOWED: Record<MessageType, readonly string[]> = {
  seen: SITES,
  sidebar: SITES,
  'frame-tab': ['frame'],
  'open-settings': ['frame'],
  open: ['popup', 'sidepanel', 'options', 'frame'],
  rest: ['popup', 'sidepanel', 'options', 'frame'],
  refresh: ['popup', 'sidepanel', 'options', 'frame'],
  leave: ['popup', 'sidepanel', 'options', 'frame'],
  'save-provider': ['options'],
  'test-provider': ['options'],
  'remove-provider': ['options'],
  unlock: ['popup', 'sidepanel', 'options'],
  lock: ['popup', 'sidepanel', 'options'],
  'check-lock': ['popup', 'sidepanel', 'options'],
  'set-passphrase': ['options'],
  'remove-passphrase': ['options'],
  'set-lock-after': ['options'],
  'forget-keys': ['options'],
  'site-wanted': ['popup', 'sidepanel', 'options'],
  'enable-site': ['popup', 'sidepanel', 'options'],
  'disable-site': ['popup', 'options'],
  'scan-page': ['popup'],
  'prefer-provider': ['sidepanel', 'popup'],
  'forget-provider': ['options'],
  'teach-rule': ['sidepanel', 'popup'],
  'refuse-id': ['sidepanel'],
  'cancel-teaching': ['sidepanel', 'popup'],
  'replace-rule': ['options'],
  'try-rule': ['options'],
  'import-rules': ['options'],
  'show-sidebar': ['popup', 'options'],
};

const TYPES = Object.keys(VALID_MESSAGES) as MessageType[];
const READY = Promise.resolve();

/** What must be refused of any type, whoever says it. */
const MALFORMED: Record<string, (input: unknown) => unknown> = {
  'an extra field': (input) => ({ ...(input as object), extra: 1 }),
  'a missing field': (input) => Object.fromEntries(Object.entries((input as object) ?? { x: 1 }).slice(1)),
  'a wrong type': () => 42,
  nothing: () => undefined,
  'a list of it': (input) => [input],
  'it as text': (input) => JSON.stringify(input),
  'a megabyte': () => 'x'.repeat(1_000_000),
  'prototype keys': (input) => JSON.parse(`{"__proto__":{"x":1},${JSON.stringify(input ?? { x: 1 }).slice(1)}`),
};

/** Each of its fields once as something else. */
function spoilFields(input: unknown): readonly (readonly [string, unknown])[] {
  return Object.keys((input as object) ?? {}).map((key) => [`another ${key}`, { ...(input as object), [key]: { nested: true } }]);
}

/** Every way in which a message is put, and whether its shape is right. The second time its question is one of before. */
function listPayloads(type: MessageType): readonly { what: string; input: unknown; isRight: boolean }[] {
  const valid = VALID_MESSAGES[type];
  const bad = [...Object.entries(MALFORMED).map(([what, spoil]) => [what, spoil(valid)] as const), ...spoilFields(valid)];
  return [
    { what: 'as it should be', input: valid, isRight: true },
    { what: 'replayed', input: structuredClone(valid), isRight: true },
    ...bad.map(([what, input]) => ({ what, input, isRight: false })),
  ];
}

beforeEach(async () => {
  fakeBrowser.reset();
  handled.mockReset().mockResolvedValue('done');
  judged.mockReset().mockReturnValue('hear');
  await fakeBrowser.storage.local.set({
    sites: [{ origin: 'https://desk.example', sidebar: { shown: true, open: false, side: 'right', width: 380 } }],
  });
});

describe('dispatch', () => {
  it('has a policy and a verdict for every message', () => {
    expect(Object.keys(MESSAGE_POLICY).sort()).toEqual([...TYPES].sort());
  });

  const matrix = TYPES.flatMap((type) => Object.keys(SENDERS).map((sender) => ({ type, sender })));
  it.each(matrix)('$type from $sender, however it is put', async ({ type, sender }) => {
    const verdicts: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const { what, input, isRight } of listPayloads(type)) {
      handled.mockClear();
      const answer = await dispatch({ type, input }, SENDERS[sender] as Sender, READY);
      verdicts[what] = { answer, calls: handled.mock.calls.length };
      const isAllowed = isRight && ALLOWED[type].includes(sender);
      expected[what] = isAllowed ? { answer: 'done', calls: 1 } : { answer: undefined, calls: 0 };
    }
    expect(verdicts).toEqual(expected);
  });

  const parted = TYPES.flatMap((type) => [...SITES, 'frame'].map((sender) => ({ type, sender })));
  it.each(parted)('$type from $sender in a part of its origin that is not enabled', async ({ type, sender }) => {
    const sidebar = { shown: true, open: false, side: 'right', width: 380 };
    await fakeBrowser.storage.local.set({ sites: [{ origin: 'https://desk.example', paths: ['/rt/'], sidebar }] });
    await dispatch({ type, input: VALID_MESSAGES[type] }, SENDERS[sender] as Sender, READY);
    // Answered that it is not.
    expect(handled).toHaveBeenCalledTimes(type === 'seen' && sender !== 'frame' ? 1 : 0);
  });

  it.each([
    [undefined],
    [null],
    ['seen'],
    [{}],
    [{ type: 'other' }],
    [{ type: 'constructor' }],
    [{ type: '__proto__' }],
    [{ type: 1 }],
  ])('leaves %j to other listeners', (message) => {
    expect(dispatch(message, SENDERS.popup as Sender, READY)).toBeUndefined();
  });

  it('does not read on where a page says too much, and takes back what it said', async () => {
    await fakeBrowser.storage.session.set({ 'reports:7': [], 'tab:7': { refs: [{ provider: 'maax', id: '48213' }] } });
    judged.mockReturnValueOnce('mute').mockReturnValue('drop');
    for (const _ of [1, 2])
      expect(dispatch({ type: 'seen', input: VALID_MESSAGES.seen }, SENDERS.site as Sender, READY)).toBeUndefined();
    await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get('tab:7')).toMatchObject({ 'tab:7': { refs: [] } }));
    expect(handled).not.toHaveBeenCalled();
    expect(await dispatch({ type: 'open', input: VALID_MESSAGES.open }, SENDERS.frame as Sender, READY)).toBe('done');
  });

  it('answers nothing before storage is closed to content scripts', async () => {
    let open = () => {};
    const ready = new Promise<void>((resolve) => {
      open = resolve;
    });
    const answered = dispatch({ type: 'open', input: VALID_MESSAGES.open }, SENDERS.popup as Sender, ready);
    await Promise.resolve();
    expect(handled).not.toHaveBeenCalled();
    open();
    expect(await answered).toBe('done');
  });
});
