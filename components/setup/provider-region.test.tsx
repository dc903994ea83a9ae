// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DraftProblem } from '../../lib/domain/provider-settings.ts';
import { click, find, findBox, findByName, settle, type, unmount } from '../ui/mount-for-test.tsx';
import { createProps, draw, readStatus, submit } from './draw-setup-for-test.tsx';
import type { FormOutcome } from './form-outcome.ts';

afterEach(unmount);

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

  it('keeps what was typed where the stored keys cannot be read, and says that nothing was changed', async () => {
    const props = createProps();
    const failure = { kind: 'no-key', reason: 'unreadable-keys', provider: 'maax' } as const;
    const refuse = async () => ({ ok: false, failure }) as const;
    const { maax } = draw({ ...props, maax: { ...props.maax, onSave: refuse, onTest: refuse } });
    type(findBox(maax, 'API key'), 'secret-1');
    submit(maax);
    await settle();
    expect([findBox(maax, 'API key').value, readStatus(maax).dataset.outcome]).toEqual(['secret-1', 'no-key']);
    expect(readStatus(maax).textContent).toMatch(/^Nothing was changed: the browser cannot read the stored keys\./);
    click(findByName(maax, 'Test connection'));
    await settle();
    expect(readStatus(maax).textContent).toMatch(/^The browser cannot read the stored key for MAAX AI: restart the browser/);
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

  const refuse = (...problems: readonly DraftProblem[]) => {
    const props = createProps();
    const refused = async (): Promise<FormOutcome> => ({ ok: false, failure: { kind: 'draft', problems } });
    const forms = { maax: { ...props.maax, onSave: refused, onTest: refused } };
    return draw({ ...props, ...forms, socialBoards: { ...props.socialBoards, onSave: refused } });
  };
  const isMarked = (region: HTMLElement, name: string) => findBox(region, name).getAttribute('aria-invalid') === 'true';

  it('that is refused leads to the first marked box, and marks each until it is changed', async () => {
    const { maax } = refuse({ field: 'apiKey', problem: 'secret-missing' }, { field: 'baseUrl', problem: 'url-invalid' });
    submit(maax);
    await settle();
    expect(document.activeElement).toBe(findBox(maax, 'API key'));
    expect(readStatus(maax).textContent).toBe('Not saved: see the marked boxes.');
    type(findBox(maax, 'API key'), 'secret-1');
    expect([isMarked(maax, 'API key'), isMarked(maax, 'Base URL')]).toEqual([false, true]);
    expect(readStatus(maax).textContent).toBe('Not saved: see the marked boxes.');
    type(findBox(maax, 'Base URL'), 'https://other.example/');
    expect(isMarked(maax, 'Base URL')).toBe(false);
    expect([readStatus(maax).textContent, readStatus(maax).dataset.outcome]).toEqual(['Not saved yet.', 'no-key']);
  });

  it('says of a refused test that it was none', async () => {
    const { maax } = refuse({ field: 'apiKey', problem: 'secret-missing' });
    click(findByName(maax, 'Test connection'));
    await settle();
    expect(readStatus(maax).textContent).toBe('Not tested: see the marked boxes.');
    type(findBox(maax, 'API key'), 'secret-1');
    expect(readStatus(maax).textContent).toBe('Not tested yet.');
  });

  it('marks no box for what another way in, or another address, has made of it', async () => {
    const { maax, socialBoards } = refuse(
      { field: 'clientId', problem: 'client-id-missing' },
      { field: 'apiKey', problem: 'secret-again' },
    );
    submit(socialBoards);
    submit(maax);
    await settle();
    expect([isMarked(socialBoards, 'Client ID'), isMarked(maax, 'API key')]).toEqual([true, true]);
    click(find(socialBoards, '.radio-option:last-child input'));
    type(findBox(maax, 'Base URL'), 'https://app.maax.ai/api/v2/');
    expect([isMarked(socialBoards, 'Client ID'), isMarked(maax, 'API key')]).toEqual([false, false]);
  });

  it.each(['app.maax.ai', 'http://0x7f000001', 'https://api@evil.example/', 'http://app.maax.ai/'])(
    'says of the refused address %s what is wrong, and not that a key goes there',
    async (url) => {
      const { maax } = refuse({ field: 'baseUrl', problem: 'url-invalid' });
      type(findBox(maax, 'Base URL'), url);
      submit(maax);
      await settle();
      expect(maax.textContent).toContain('not a full web address');
      expect(maax.textContent).not.toMatch(/Requests with your key|will be sent|other documented host/);
      click(findByName(maax, 'Use app.maax.ai'));
      expect(findBox(maax, 'Base URL').value).toBe('https://app.maax.ai/api/v2/');
      expect(maax.textContent).toContain('Requests with your key go to app.maax.ai');
    },
  );

  it('says of what is no address yet only how to write it', () => {
    const { maax } = draw();
    type(findBox(maax, 'Base URL'), 'app.maax.ai');
    expect(maax.textContent).toContain('with https:// in front');
    expect(maax.textContent).not.toContain('will be sent');
  });

  it('does not offer to leave a stored key out where it is asked for once more', async () => {
    const props = createProps();
    const failure = { kind: 'draft', problems: [{ field: 'apiKey', problem: 'secret-again' }] } as const;
    const { maax } = draw({ ...props, maax: { ...props.maax, stored: ['apiKey'], onSave: async () => ({ ok: false, failure }) } });
    expect(maax.textContent).toContain('Leave the box empty to keep it');
    submit(maax);
    await settle();
    expect(maax.textContent).toContain('paste it once more');
    expect(maax.textContent).not.toContain('Leave the box empty');
  });
});
