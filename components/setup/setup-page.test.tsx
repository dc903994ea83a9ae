// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_KINDS } from '../../lib/domain/result.ts';
import { click, find, findBox, findByName, settle, type, unmount } from '../ui/mount-for-test.tsx';
import { createProps, draw, readStatus, submit } from './draw-setup-for-test.tsx';
import type { FormOutcome } from './form-outcome.ts';

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
