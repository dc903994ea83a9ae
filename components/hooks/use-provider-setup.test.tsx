// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { succeed } from '../../lib/domain/result.ts';
import type { ProviderFormProps } from '../setup/use-provider-form.ts';
import { mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { useProviderSetup } from './use-provider-setup.ts';

const { send, requestAccess } = vi.hoisted(() => ({ send: vi.fn(), requestAccess: vi.fn() }));
vi.mock('../../lib/platform/messages.ts', () => ({ send, tell: send }));
vi.mock('../../lib/platform/access.ts', () => ({ requestAccess }));

type Settings = Parameters<ProviderFormProps<never>['onSave']>[0]['settings'];
const SETTINGS: Settings = { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' };
const GOOD = { settings: SETTINGS, typed: { apiKey: 'key-1234567890' } };

let setup: ReturnType<typeof useProviderSetup<'maax'>>;

function View() {
  setup = useProviderSetup('maax');
  return null;
}

async function open(stored = {}): Promise<NonNullable<typeof setup>> {
  await fakeBrowser.storage.local.set(stored);
  mount(<View />);
  await vi.waitFor(() => expect(setup).toBeDefined());
  await settle();
  return setup as NonNullable<typeof setup>;
}

beforeEach(() => {
  fakeBrowser.reset();
  setup = undefined;
  send.mockReset().mockResolvedValue(succeed(null));
  requestAccess.mockReset().mockResolvedValue(true);
});

afterEach(unmount);

describe('what the boxes hold', () => {
  it.each([
    ['no key', { settings: SETTINGS, typed: {} }],
    ['an address that is none', { ...GOOD, settings: { ...SETTINGS, baseUrl: 'app.maax.ai' } }],
    ['plain http', { ...GOOD, settings: { ...SETTINGS, baseUrl: 'http://app.maax.ai/' } }],
  ])('is looked at before the browser asks for a host: %s', async (_what, draft) => {
    const { onSave, onTest } = await open();
    for (const outcome of [await onSave(draft), await onTest(draft, '1')])
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'draft' } });
    expect([requestAccess.mock.calls.length, send.mock.calls.length]).toEqual([0, 0]);
  });

  it('may leave a stored key out, as long as it goes where it went before', async () => {
    const { onSave } = await open({ providers: { maax: { settings: SETTINGS, stored: ['apiKey'], savedAt: 1 } } });
    expect(await onSave({ settings: SETTINGS, typed: {} })).toEqual(succeed(null));
    const moved = await onSave({ settings: { ...SETTINGS, baseUrl: 'https://other.example/' }, typed: {} });
    expect(moved).toMatchObject({ failure: { problems: [{ field: 'apiKey', problem: 'secret-again' }] } });
    expect(requestAccess.mock.calls).toEqual([[[SETTINGS.baseUrl]]]);
  });
});

describe('the id of the test', () => {
  it.each([
    ['254626', '254626'],
    ['https://inbox.socialboards.com/x/tickets?ticketId=2555100', '2555100'],
    ['Conversation ID: 77', '77'],
  ])('is understood in %s', async (text, id) => {
    const { onTest } = await open();
    await onTest(GOOD, text);
    expect(send).toHaveBeenCalledWith('test-provider', { draft: GOOD, id });
  });

  it.each(['', 'abc', '../../x', '1'.repeat(40)])('is refused without asking anyone: %j', async (text) => {
    const { onTest } = await open();
    expect(await onTest(GOOD, text)).toMatchObject({ ok: false, failure: { kind: 'bad-id' } });
    expect([requestAccess.mock.calls.length, send.mock.calls.length]).toEqual([0, 0]);
  });
});
