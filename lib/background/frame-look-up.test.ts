import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Failure, fail, succeed } from '../domain/result.ts';
import type { Speaker } from '../platform/sender.ts';
import { HANDLERS } from './handlers.ts';
import { removeProvider } from './set-up-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const ref = { provider: 'maax', id: '48213' } as const;
const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const panel: Speaker = { kind: 'page', page: 'sidepanel' };
const frame: Speaker = { kind: 'frame', tab: 7, tabUrl: 'https://desk.example/' };

beforeEach(async () => {
  fakeBrowser.reset();
  stubPermissions(['https://app.maax.ai/*']);
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await HANDLERS['save-provider'](draft, { kind: 'page', page: 'options' });
  await fakeBrowser.storage.session.set({ 'tab:7': { refs: [ref] } });
});

describe('a question that was asked before', () => {
  it('gives a frame no answer that is not its own ticket’s, nor another conversation under its name', async () => {
    const question = '3f2a8f0e6f1b4c599b570d6a7f0c2b11';
    client.open.mockReset().mockImplementation(async (id: string) => {
      const conversation: Conversation = {
        ref: { provider: 'maax', id },
        messages: [{ id: '1', role: 'customer', text: id, format: 'plain' }],
        gaps: [],
        facts: {},
        complete: true,
        fetchedAt: 5,
      };
      return succeed(conversation);
    });
    const other = { provider: 'maax', id: '7' } as const;
    expect(await HANDLERS.open({ ref: other, by: 'page', question }, panel)).toMatchObject({ value: { ref: other } });
    expect(await HANDLERS.open({ ref: other, by: 'page', question }, frame)).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await HANDLERS.open({ ref, by: 'page', question }, frame)).toMatchObject({ value: { ref } });
  });
});

describe('a click in the in-page frame', () => {
  it('sends a refused key no second time, whoever the frame says it is for; one in the side panel does', async () => {
    client.open.mockReset().mockResolvedValue(fail<Failure>({ kind: 'key-rejected', provider: 'maax', status: 401 }));
    await HANDLERS.open({ ref, by: 'page' }, frame);
    for (let click = 0; click < 5; click += 1) {
      expect(await HANDLERS.open({ ref, by: 'hand' }, frame)).toMatchObject({ failure: { kind: 'key-rejected' } });
    }
    expect(client.open).toHaveBeenCalledTimes(1);
    await HANDLERS.open({ ref, by: 'hand' }, panel);
    expect(client.open).toHaveBeenCalledTimes(2);
  });
});
