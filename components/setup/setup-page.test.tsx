// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_KINDS } from '../../lib/domain/result.ts';
import { click, find, findBox, findByName, mount, settle, type, unmount } from '../ui/mount-for-test.tsx';
import type { FormOutcome } from './form-outcome.ts';
import { SetupPage, type SetupPageProps } from './setup-page.tsx';

const DONE: FormOutcome = { ok: true, value: null };

function createProps(changed: Partial<SetupPageProps> = {}): SetupPageProps {
  const handlers = () => ({ onSave: vi.fn(async () => DONE), onTest: vi.fn(async () => DONE), onRemove: vi.fn(async () => DONE) });
  return {
    maax: { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, stored: [], ...handlers() },
    socialBoards: {
      settings: {
        provider: 'socialboards',
        signIn: 'refresh-token',
        clientId: '',
        community: '',
        baseUrl: 'https://api.socialboards.com/',
        tokenUrl: 'https://api.socialboards.com/token',
      },
      stored: [],
      ...handlers(),
    },
    helpdesks: {
      helpdesks: [],
      onToggle: vi.fn(),
      onGrant: vi.fn(),
      onForgetProvider: vi.fn(),
      onAdd: vi.fn(async () => 'added' as const),
    },
    ...changed,
  };
}

function findRegion(root: ParentNode, name: string): HTMLElement {
  const heading = [...root.querySelectorAll('h2')].find((element) => element.textContent === name);
  return find(root, `section[aria-labelledby="${heading?.id}"]`);
}

function draw(props = createProps()) {
  const root = mount(<SetupPage {...props} />);
  return {
    props,
    maax: findRegion(root, 'MAAX AI'),
    socialBoards: findRegion(root, 'SocialBoards'),
    helpdesks: findRegion(root, 'Helpdesks'),
  };
}

function submit(region: HTMLElement): void {
  find(region, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

const readStatus = (region: HTMLElement) => find(region, '[role=status]');

afterEach(unmount);

describe('setting up MAAX AI', () => {
  it('saves what the boxes hold, empties the secret and says so', async () => {
    const { maax, props } = draw();
    const key = findBox(maax, 'API key');
    expect(findBox(maax, 'Base URL').value).toBe('https://app.maax.ai/api/v2/');
    type(key, 'secret-1');
    submit(maax);
    expect(props.maax.onSave).toHaveBeenCalledWith({
      settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' },
      typed: { apiKey: 'secret-1' },
    });
    await settle();
    expect(readStatus(maax).dataset.outcome).toBe('ok');
    expect(key.value).toBe('');
  });

  it('says what a test saw, and how histories have come so far', async () => {
    const props = createProps();
    const shape = { entries: 'pairs', place: 'data.history' } as const;
    const onTest = async () => ({ ok: true, value: { messages: 12, shape } }) as const;
    const { maax } = draw({ ...props, maax: { ...props.maax, shape: { entries: 'messages', place: '' }, onTest } });
    expect(find(maax, '[data-part=shape]').textContent).toBe('Its histories come as a list of messages.');
    click(findByName(maax, 'Test connection'));
    await settle();
    expect(readStatus(maax).dataset.outcome).toBe('ok');
    expect(readStatus(maax).textContent).toContain('12 messages');
    expect(readStatus(maax).textContent).toContain('pairs of a question and its answer, under “data.history”');
  });

  it('never shows a stored secret, and says that one is stored', () => {
    const { maax } = draw(createProps({ maax: { ...createProps().maax, stored: ['apiKey'] } }));
    const key = findBox(maax, 'API key');
    expect([key.value, key.type, key.placeholder]).toEqual(['', 'text', 'One is stored']);
    expect(document.getElementById(key.getAttribute('aria-describedby') ?? '')?.textContent).toContain('One is stored');
  });

  it('keeps what was typed where the draft is refused, and marks the box', async () => {
    const props = createProps();
    const failure = { kind: 'draft', problems: [{ field: 'apiKey', problem: 'secret-characters' }] } as const;
    const { maax } = draw({ ...props, maax: { ...props.maax, onSave: async () => ({ ok: false, failure }) } });
    const key = findBox(maax, 'API key');
    type(key, 'with space');
    submit(maax);
    await settle();
    expect([key.value, key.getAttribute('aria-invalid')]).toEqual(['with space', 'true']);
    expect(readStatus(maax).textContent).not.toBe('');
  });

  it.each(FAILURE_KINDS)('tells how a test ended: %s', async (kind) => {
    const props = createProps();
    const onTest = vi.fn(async (): Promise<FormOutcome> => ({ ok: false, failure: { kind, provider: 'maax' } }));
    const { maax } = draw({ ...props, maax: { ...props.maax, onTest } });
    type(findBox(maax, 'Conversation ID for the test'), ' 77 ');
    click(findByName(maax, 'Test connection'));
    expect(onTest).toHaveBeenCalledWith({ settings: props.maax.settings, typed: {} }, '77');
    await settle();
    expect(readStatus(maax).dataset.outcome).toBe(kind);
    expect(readStatus(maax).textContent).toMatch(/\.$/);
  });

  it('spells out the host, and warns of any but the usual one', () => {
    const { maax } = draw();
    const address = findBox(maax, 'Base URL');
    expect(maax.textContent).toContain('Requests with your key go to app.maax.ai');
    click(findByName(maax, 'Use the other documented host, app.max.ai'));
    expect(address.value).toBe('https://app.max.ai/api/v2/');
    expect(maax.textContent).toContain('It is a different domain');
    type(address, 'https://app.maax.ai.evil.example/');
    expect(find(maax, '.url-host').textContent).toBe('app.maax.ai.evil.example');
    expect(maax.textContent).toContain('not MAAX');
  });
});

describe('setting up SocialBoards', () => {
  it('shows the boxes of both ways in, whichever is chosen', () => {
    const { socialBoards } = draw();
    const list = () => [...socialBoards.querySelectorAll('.field label')].map((label) => label.textContent);
    expect(find(socialBoards, '[role=radiogroup]').textContent).toContain('Sign in with');
    const boxes = [
      'Client ID',
      'Refresh token',
      'Access token',
      'Community',
      'Base URL',
      'Token URL',
      'Conversation ID for the test',
    ];
    expect(list()).toEqual(boxes);
    click(find(socialBoards, '.radio-option:last-child input'));
    expect(list()).toEqual(boxes);
  });

  it('removes on one click', async () => {
    const { socialBoards, props } = draw(
      createProps({ socialBoards: { ...createProps().socialBoards, stored: ['refreshToken'] } }),
    );
    click(findByName(socialBoards, 'Remove'));
    expect(props.socialBoards.onRemove).toHaveBeenCalledOnce();
    await settle();
    expect(readStatus(socialBoards).dataset.outcome).toBe('ok');
  });
});

describe('a form', () => {
  it('has nothing to remove before anything is set up', () => {
    const { maax, props } = draw();
    const remove = findByName(maax, 'Remove');
    click(remove);
    expect([remove.getAttribute('aria-disabled'), vi.mocked(props.maax.onRemove).mock.calls.length]).toEqual(['true', 0]);
  });

  it('says of an old "Saved." that what was changed since is not', async () => {
    const { maax } = draw();
    type(findBox(maax, 'API key'), 'secret-1');
    submit(maax);
    await settle();
    expect(readStatus(maax).textContent?.trim()).toBe('Saved.');
    type(findBox(maax, 'Base URL'), 'https://other.example/');
    expect(readStatus(maax).dataset.outcome).toBe('ok');
    expect(readStatus(maax).textContent).toBe('Saved. What you changed since then is not saved yet.');
  });

  it('saves while a test is under way, whose outcome then comes too late', async () => {
    const props = createProps();
    let answer: (outcome: FormOutcome) => void = () => undefined;
    const onTest = vi.fn(() => new Promise<FormOutcome>((resolve) => (answer = resolve)));
    const { maax } = draw({ ...props, maax: { ...props.maax, onTest } });
    click(findByName(maax, 'Test connection'));
    click(findByName(maax, 'Test connection'));
    expect(onTest).toHaveBeenCalledOnce();
    submit(maax);
    await settle();
    expect(props.maax.onSave).toHaveBeenCalledOnce();
    answer({ ok: false, failure: { kind: 'timeout', provider: 'maax' } });
    await settle();
    expect(readStatus(maax).dataset.outcome).toBe('ok');
  });

  it.each([
    [undefined, /^This is not a conversation id/],
    [400, /^MAAX AI has no conversation under this id/],
  ])('says what is wrong with an id that was refused with %s', async (status, sentence) => {
    const props = createProps();
    const failure = { kind: 'bad-id', provider: 'maax', ...(status ? { status } : {}) } as const;
    const { maax } = draw({ ...props, maax: { ...props.maax, onTest: async () => ({ ok: false, failure }) } });
    click(findByName(maax, 'Test connection'));
    await settle();
    expect(readStatus(maax).textContent).toMatch(sentence);
  });
});

describe('helpdesks', () => {
  const zendesk = { name: 'Zendesk', origin: 'https://acme.zendesk.com', isEnabled: true, isGranted: true };

  it('are switches named by product and address', () => {
    const props = createProps();
    const { helpdesks } = draw({ ...props, helpdesks: { ...props.helpdesks, helpdesks: [zendesk] } });
    const control = find(helpdesks, '[role=switch]');
    expect(control.textContent).toContain('Zendesk');
    expect(control.textContent).toContain('acme.zendesk.com');
    expect(control.getAttribute('aria-checked')).toBe('true');
    click(control);
    expect(props.helpdesks.onToggle).toHaveBeenCalledWith(zendesk, false);
    expect(helpdesks.textContent).not.toContain('Give access back');
  });

  it('say where the browser took its permission back', () => {
    const props = createProps();
    const lost = { ...zendesk, isGranted: false };
    const { helpdesks } = draw({ ...props, helpdesks: { ...props.helpdesks, helpdesks: [lost] } });
    click(findByName(helpdesks, 'Give access back'));
    expect(props.helpdesks.onGrant).toHaveBeenCalledWith(lost);
  });

  it('are added by address; a refused one stays in its box with the reason', async () => {
    const props = createProps();
    const onAdd = vi.fn(async (address: string) => (address.startsWith('http:') ? ('insecure' as const) : ('added' as const)));
    const { helpdesks } = draw({ ...props, helpdesks: { ...props.helpdesks, onAdd } });
    const box = findBox(helpdesks, 'Address of your helpdesk');
    type(box, 'http://desk.example.com');
    submit(helpdesks);
    await settle();
    expect([box.value, box.getAttribute('aria-invalid')]).toEqual(['http://desk.example.com', 'true']);
    type(box, 'https://desk.example.com');
    expect(box.getAttribute('aria-invalid')).toBeNull();
    submit(helpdesks);
    await settle();
    expect([onAdd.mock.lastCall?.[0], box.value]).toEqual(['https://desk.example.com', '']);
  });
});
