import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSession, stubAlarms } from '../../tests/unit/lock-stage.ts';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Speaker } from '../platform/sender.ts';
import { HANDLERS } from './handlers.ts';
import { destroyKeys, setPassphrase } from './passphrase.ts';

const client = vi.hoisted(() => ({ open: vi.fn(), rest: vi.fn(), refresh: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const ref = { provider: 'maax', id: '48213' } as const;
const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const panel: Speaker = { kind: 'page', page: 'sidepanel' };
const options: Speaker = { kind: 'page', page: 'options' };
const LOCKED = fail({ kind: 'locked' });
const conversation: Conversation = {
  ref,
  messages: [{ id: '1', role: 'customer', author: 'John', text: 'canary', format: 'plain' }],
  gaps: [],
  facts: {},
  complete: true,
  fetchedAt: 5,
};

beforeEach(async () => {
  fakeBrowser.reset();
  stubAlarms();
  stubPermissions(['https://app.maax.ai/*']);
  client.open.mockReset().mockResolvedValue(succeed(conversation));
  await destroyKeys();
  await HANDLERS['save-provider'](draft, options);
  await setPassphrase('correct horse', 2);
});

const lock = () => HANDLERS.lock(null, panel);

describe('while locked', () => {
  it('nothing is looked up, read again, saved, tested or removed', async () => {
    expect(await HANDLERS.open({ ref, by: 'page' }, panel)).toEqual(succeed(conversation));
    client.open.mockClear();
    await lock();
    const answers = [
      await HANDLERS.open({ ref, by: 'page' }, panel),
      await HANDLERS.open({ ref, by: 'hand' }, panel),
      await HANDLERS.rest({ ref, heldAt: 0 }, panel),
      await HANDLERS.refresh({ ref, heldAt: 0, maxAge: 1000 }, panel),
      await HANDLERS['save-provider'](draft, options),
      await HANDLERS['test-provider']({ draft, id: '48213' }, options),
      await HANDLERS['remove-provider']({ provider: 'maax' }, options),
      await HANDLERS['set-passphrase']({ passphrase: 'another horse' }, options),
      await HANDLERS['remove-passphrase'](null, options),
      await HANDLERS['set-lock-after']({ minutes: 720 }, options),
    ];
    expect(answers).toEqual(answers.map(() => LOCKED));
    expect(client.open).not.toHaveBeenCalled();
    expect(JSON.stringify(await readSession())).not.toContain('canary');
  });

  it('an answer that was under way is thrown away, and leaves nothing', async () => {
    let arrive: (answer: Result<Conversation>) => void = () => undefined;
    client.open.mockReturnValue(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    const asked = HANDLERS.open({ ref, by: 'page' }, panel);
    await vi.waitFor(() => expect(client.open).toHaveBeenCalled());
    await lock();
    arrive(succeed(conversation));
    expect(await asked).toEqual(LOCKED);
    expect(JSON.stringify(await readSession())).not.toMatch(/canary|John/);
  });

  it('the keys can be given up, and all begins anew', async () => {
    await lock();
    await HANDLERS['forget-keys'](null, options);
    expect(await HANDLERS.open({ ref, by: 'hand' }, panel)).toMatchObject({ failure: { kind: 'no-key' } });
    expect(await fakeBrowser.storage.local.get('providers')).toEqual({ providers: {} });
  });
});
