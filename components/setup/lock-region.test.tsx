// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, find, findBox, findByName, mount, settle, type, unmount } from '../ui/mount-for-test.tsx';
import { LockRegion } from './lock-region.tsx';
import { UnlockRegion } from './unlock-region.tsx';
import type { LockRegionProps } from './use-lock-form.ts';

const OPEN = { isLocked: false, hasPassphrase: false, afterMinutes: 15 };

function draw(changed: Partial<LockRegionProps> = {}) {
  const props: LockRegionProps = {
    lock: OPEN,
    onSetPassphrase: vi.fn(async () => undefined),
    onRemovePassphrase: vi.fn(async () => undefined),
    onSetLockAfter: vi.fn(async () => undefined),
    onLock: vi.fn(async () => true),
    ...changed,
  };
  const root = mount(<LockRegion {...props} />);
  return {
    props,
    root,
    toggle: find(root, '[role=switch]'),
    passphrase: findBox(root, 'New passphrase'),
    repeated: findBox(root, 'Repeat passphrase'),
    outcome: () => find(root, '[role=status]').dataset.outcome,
  };
}

async function submit(root: HTMLElement): Promise<void> {
  find(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
}

afterEach(unmount);

describe('the lock region', () => {
  it('is named, with its controls by role and name', () => {
    const { root, toggle, passphrase } = draw();
    expect(document.getElementById(find(root, 'section').getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Lock');
    expect([toggle.textContent, toggle.getAttribute('aria-checked')]).toEqual(['Protect keys with a passphrase', 'false']);
    expect([passphrase.type, passphrase.autocomplete]).toEqual(['text', 'off']);
    expect([findBox(root, 'Lock after (minutes)').type, findBox(root, 'Lock after (minutes)').value]).toEqual(['number', '15']);
    expect(findByName(root, 'Set passphrase').getAttribute('type')).toBe('submit');
  });

  it('sets a passphrase that was typed twice, and empties the boxes', async () => {
    const { root, props, passphrase, repeated, outcome } = draw();
    type(passphrase, 'correct horse');
    type(repeated, 'correct horse');
    await submit(root);
    expect(props.onSetPassphrase).toHaveBeenCalledWith('correct horse');
    expect([outcome(), passphrase.value, repeated.value]).toEqual(['ok', '', '']);
  });

  it.each([
    ['seven77', 'seven77', 'too-short'],
    ['correct horse', 'correct mouse', 'no-match'],
  ])('refuses %j with %j, and keeps what was typed', async (first, second, refusal) => {
    const { root, props, passphrase, repeated, outcome } = draw();
    type(passphrase, first);
    type(repeated, second);
    await submit(root);
    expect(props.onSetPassphrase).not.toHaveBeenCalled();
    expect([outcome(), passphrase.value]).toEqual([refusal, first]);
    expect(root.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    // Said at the box; the status only tells it to a screen reader.
    expect(find(root, '[role=status]').className).toBe('visually-hidden');
  });

  it('points to the boxes when it is switched on without a passphrase', () => {
    const { toggle, passphrase, outcome } = draw();
    click(toggle);
    expect([outcome(), toggle.getAttribute('aria-checked')]).toEqual(['ask', 'false']);
    expect(document.activeElement).toBe(passphrase);
  });

  it('switches off, and says when it may not', async () => {
    const lock = { ...OPEN, hasPassphrase: true };
    const { toggle, props, outcome } = draw({ lock });
    click(toggle);
    await settle();
    expect(props.onRemovePassphrase).toHaveBeenCalledOnce();
    expect(outcome()).toBe('ok');
    click(draw({ lock, onRemovePassphrase: async () => ({ kind: 'locked' }) }).toggle);
    await settle();
    expect(outcome()).toBe('locked');
  });

  it('keeps whole minutes within bounds as they are typed, and no others', async () => {
    const { root, props } = draw();
    const minutes = findBox(root, 'Lock after (minutes)');
    for (const text of ['', '0', '1.5', '721']) {
      type(minutes, text);
      expect(minutes.getAttribute('aria-invalid')).toBe('true');
    }
    type(minutes, '30');
    await settle();
    expect(minutes.getAttribute('aria-invalid')).toBeNull();
    expect(props.onSetLockAfter).toHaveBeenCalledExactlyOnceWith(30);
  });

  it('says that nothing locks without a passphrase', async () => {
    const { root, outcome } = draw({ onLock: async () => false });
    click(findByName(root, 'Lock now'));
    await settle();
    expect(outcome()).toBe('no-passphrase');
  });
});

describe('the locked settings', () => {
  const drawLocked = (
    onUnlock: () => Promise<{ kind: 'refused'; retryAt?: number } | undefined>,
    onForget = vi.fn(async () => {}),
  ) => mount(<UnlockRegion onUnlock={onUnlock} onForget={onForget} />);

  it('take a passphrase, with the cursor in its box, and say when it is wrong', async () => {
    const root = drawLocked(async () => ({ kind: 'refused' }));
    const box = findBox(root, 'Passphrase');
    expect([document.activeElement === box, box.type]).toEqual([true, 'text']);
    type(box, 'wrong');
    await submit(root);
    expect(find(root, '.field-error').textContent).toMatch(/wrong: it does not open your keys\.$/);
    expect([box.value, box.getAttribute('aria-invalid')]).toEqual(['', 'true']);
    drawLocked(async () => ({ kind: 'refused', retryAt: Date.now() + 8_000 }));
    type(box, 'wrong');
    await submit(root);
    expect(find(root, '.field-error').textContent).toMatch(/try again in 8 s\.$/);
  });

  it('say where the stored keys cannot be read', async () => {
    const root = mount(
      <UnlockRegion onUnlock={async () => ({ kind: 'no-key', reason: 'unreadable-keys' })} onForget={async () => {}} />,
    );
    type(findBox(root, 'Passphrase'), 'right');
    await submit(root);
    expect(find(root, '.field-error').textContent).toMatch(/^The browser cannot read the stored keys: restart the browser/);
  });

  it('remove all keys only after a second click', () => {
    const onForget = vi.fn(async () => {});
    const root = drawLocked(async () => undefined, onForget);
    click(findByName(root, 'Forgot the passphrase?'));
    click(findByName(root, 'Cancel'));
    click(findByName(root, 'Forgot the passphrase?'));
    expect(onForget).not.toHaveBeenCalled();
    click(findByName(root, 'Remove all keys'));
    expect(onForget).toHaveBeenCalledOnce();
  });
});
