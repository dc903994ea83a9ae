import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAAX_ANSWERS, SOCIALBOARDS_CONVERSATIONS } from '../../demo/emulator/conversations.ts';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import type { Conversation } from '../domain/conversation.ts';
import { ROLES } from '../domain/message.ts';
import { PROVIDER_IDS, type ProviderId } from '../domain/ref.ts';
import { FAILURE_KINDS, type Result } from '../domain/result.ts';
import { makeBoardsAccess, makeMaaxAccess } from './access-for-tests.ts';
import { PROVIDERS } from './registry.ts';

const BASE = 'https://chat.example/some/path';
const ID = '48213';

/** Opens a conversation through the provider's own client; what it asks for goes to `asked`, and is answered with `body`. */
async function open(provider: ProviderId, id: string, body: BodyInit, asked: string[] = []): Promise<Result<Conversation>> {
  const access = provider === 'maax' ? makeMaaxAccess(BASE) : makeBoardsAccess(BASE);
  const answer = async (url: RequestInfo | URL): Promise<Response> => {
    asked.push(String(url));
    return new Response(body);
  };
  return PROVIDERS[provider].open(id, { ...access, fetch: answer });
}

/** Whether an answer is a conversation of the asked id, every part of it of the right kind, or a failure from the list. */
function expectTyped(provider: ProviderId, answer: Result<Conversation>): void {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  if (!answer.ok) {
    expect(FAILURE_KINDS).toContain(answer.failure.kind);
    expect(() => JSON.stringify(answer.failure)).not.toThrow();
    return;
  }
  const { ref, messages, gaps, facts, complete } = answer.value;
  expect([ref, typeof complete, typeof facts, Array.isArray(gaps)]).toEqual([{ provider, id: ID }, 'boolean', 'object', true]);
  for (const { id, role, author = 'x', authorKey = '', time, text, format } of messages) {
    const kinds = [id, author, authorKey, text].map((member) => typeof member);
    expect([...kinds, ROLES.includes(role), /^(?:plain|html)$/.test(format)]).toEqual([...Array(4).fill('string'), true, true]);
    expect([id.length <= 200, author.length > 0, author.length <= 400]).toEqual([true, true, true]);
    expect(time === undefined || new Date(time).toISOString() === time).toBe(true);
  }
}

const PATHS: { readonly [provider in ProviderId]: (id: string) => string } = {
  maax: (id) => `${BASE}/api/v2/conversations/${id}/`,
  socialboards: (id) => `${BASE}/chat/conversations/${id}`,
};

const ids = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.webPath(),
  fc.webUrl(),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  fc
    .array(fc.constantFrom('.', '..', '/', '\\', '%2e', '%2f', '?', '#', ';', '@', ':', '1', '\0', '\n', '１', '//evil.example'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);

/** Names that the parsers look for, and names that every object inherits. */
const names = fc.constantFrom(
  ...['data', 'messages', 'history', 'conversation', 'results', 'items', 'id', 'message', 'text', 'content', 'role', 'author'],
  ...['name', 'status', 'isBot', 'creationTime', 'errorCode', 'errorText', 'feedback', 'queuePositionInfo', 'totalMessagesCount'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'polluted', 'then', 'toJSON', 'length'],
);

const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 12, depthSize: 'medium' },
    fc.constantFrom<unknown>(null, true, -1, 0, 48213, '48213', 1e308, '2023-09-01T00:00:00Z', '<p>x</p>', ''),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(names, fc.string({ maxLength: 5 })), tie('json'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

/** Where each provider puts the messages, so that they are read and not only refused. */
const AROUND: { readonly [provider in ProviderId]: (messages: unknown) => unknown } = {
  maax: (messages) => ({ conversation_id: Number(ID), messages }),
  socialboards: (messages) => ({ data: { id: Number(ID), isClosed: true, messages }, errorCode: -1, errorText: null }),
};

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Whole answers as the emulator records them, their id the asked one. */
const RECORDED: { readonly [provider in ProviderId]: readonly Uint8Array[] } = {
  maax: Object.values(MAAX_ANSWERS).map(encode),
  socialboards: ['254626', '255762', '2555100'].map((id) => {
    const conversation = SOCIALBOARDS_CONVERSATIONS[id]?.();
    return encode({ data: { ...conversation, id: Number(ID) }, errorCode: -1, errorText: null });
  }),
};

/** Cut short, and with some bytes exchanged for others. */
function damage(bytes: Uint8Array, keep: number, changes: readonly (readonly [number, number])[]): Uint8Array<ArrayBuffer> {
  const damaged = new Uint8Array(bytes.slice(0, Math.ceil(bytes.length * keep)));
  for (const [place, byte] of changes) damaged[Math.floor(place * damaged.length)] = byte;
  return damaged;
}

describe.each(PROVIDER_IDS)('%s', (provider) => {
  it('for any id at all asks nobody, or exactly for the path that is meant', async () => {
    const check = async (id: string): Promise<void> => {
      const asked: string[] = [];
      const answer = await open(provider, id, '{}', asked);
      const urls = asked.map((url) => url.split('?')[0]);
      if (/^[1-9]\d{0,18}$/.test(id)) expect(new Set(urls)).toEqual(new Set([PATHS[provider](id)]));
      else expect([urls, answer]).toMatchObject([[], { failure: { kind: 'bad-id' } }]);
    };
    await fc.assert(fc.asyncProperty(ids, check), { numRuns: SLOW_PROPERTY_RUNS });
  });

  it('reads or refuses any JSON, and leaves every other object alone', async () => {
    const check = async (value: unknown): Promise<void> => {
      expectTyped(provider, await open(provider, ID, encode(value) as BodyInit));
    };
    const messages = fc.array(fc.dictionary(names, anyJson, { maxKeys: 6, noNullPrototype: true }), { maxLength: 5 });
    const answer = fc.oneof(anyJson, messages.map(AROUND[provider]));
    await fc.assert(fc.asyncProperty(answer, check), { numRuns: SLOW_PROPERTY_RUNS });
  });

  it('reads or refuses what was cut or damaged on the way', async () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const place = fc.double({ min: 0, max: 0.999_999, noNaN: true });
    const changes = fc.array(fc.tuple(place, byte), { maxLength: 3 });
    const keep = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
    const check = async (recorded: Uint8Array, kept: number, changed: [number, number][]): Promise<void> => {
      expectTyped(provider, await open(provider, ID, damage(recorded, kept, changed)));
    };
    const property = fc.asyncProperty(fc.constantFrom(...RECORDED[provider]), keep, changes, check);
    await fc.assert(property, { numRuns: SLOW_PROPERTY_RUNS });
  });
});
