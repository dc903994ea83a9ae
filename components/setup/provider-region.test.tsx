// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, findBox, findByName, settle, type, unmount } from '../ui/mount-for-test.tsx';
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
});
