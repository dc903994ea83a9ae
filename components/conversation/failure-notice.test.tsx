// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_KINDS, type Failure, type FailureReason } from '../../lib/domain/result.ts';
import { click, find, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import type { ConversationViewProps } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';

const REASONS: readonly (FailureReason | undefined)[] = [
  undefined,
  'redirect',
  'web-page',
  'not-json',
  'wrong-shape',
  'send-receipt',
  'other-conversation',
  'error-envelope',
  'token-endpoint',
];

const CANDIDATE = { id: '1', kind: 'text', label: 'x', excerpt: '' } as const;

function draw(failure: Failure, more: Partial<ConversationViewProps> = {}): HTMLElement {
  const base = {
    surface: 'panel',
    idle: 'no-id',
    selected: { provider: 'maax', id: '1' },
    onOpenSettings: () => undefined,
  } as const;
  return mount(<ConversationView {...base} lookUp={{ state: 'failed', failure }} {...more} />);
}

const SURFACES = ['panel', 'frame', 'popup'] as const;
const ALL = FAILURE_KINDS.flatMap((kind) =>
  REASONS.map((reason) => ({ kind, provider: 'maax', ...(reason ? { reason } : {}) }) as const),
);

afterEach(unmount);

describe('every failure', () => {
  it.each(ALL)('has one sentence and one action: $kind $reason', (failure) => {
    for (const surface of SURFACES) {
      const alert = find(draw(failure, { surface }), '[role=alert]');
      expect(alert.dataset.failure).toBe(failure.kind);
      expect(alert.querySelectorAll('button, a').length).toBe(1);
      const sentence = find(alert, '.failure-sentence').textContent ?? '';
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/[.!?] [A-Z]|\$|undefined/);
      expect(sentence).toContain('MAAX AI');
    }
  });

  it.each(ALL)('offers nothing but to ask again in the frame: $kind $reason', (failure) => {
    const root = draw(failure, { surface: 'frame', candidates: [] });
    expect(find(root, '[role=alert] button').textContent).toBe('Try again');
    expect(root.querySelector('input, a, select, textarea')).toBeNull();
  });
});

describe('what mends a failure', () => {
  it.each([
    [{ kind: 'no-key' }, 'Open settings', 'onOpenSettings'],
    [{ kind: 'key-rejected' }, 'Open settings', 'onOpenSettings'],
    [{ kind: 'unreachable', reason: 'redirect' }, 'Open settings', 'onOpenSettings'],
    [{ kind: 'unreachable' }, 'Try again', 'onRetry'],
    [{ kind: 'provider-down', status: 503 }, 'Try again', 'onRetry'],
    [{ kind: 'bad-id' }, 'Check the id', 'onEditId'],
    [{ kind: 'not-found' }, 'Check the id', 'onEditId'],
  ] as const)('%j: %s', (failure, name, handler) => {
    const onClick = vi.fn();
    click(findByName(find(draw(failure, { [handler]: onClick }), '[role=alert]'), name));
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('is the evidence, where an id came from a page', () => {
    const root = draw({ kind: 'not-found' }, { candidates: [CANDIDATE] });
    click(findByName(root, 'Check the id'));
    expect(root.querySelector('[data-part=evidence]')).not.toBeNull();
  });

  it.each([{ kind: 'unreachable' }, { kind: 'unreachable', reason: 'redirect' }] as const)(
    'names the base URL for %j',
    (failure) => {
      expect(find(draw(failure), '[role=alert]').textContent).toContain('base URL');
    },
  );
});

describe('a failure with a time', () => {
  it('carries it, and counts down for the eye only', () => {
    const retryAt = Date.now() + 42_000;
    const alert = find(draw({ kind: 'rate-limited', status: 429, retryAt }), '[role=alert]');
    expect(alert.dataset.retryAt).toBe(new Date(retryAt).toISOString());
    const countdown = find(alert, '.failure-countdown');
    expect(countdown.textContent).toContain('42');
    expect(countdown.getAttribute('aria-hidden')).toBe('true');
    expect(find(draw({ kind: 'timeout' }), '[role=alert]').hasAttribute('data-retry-at')).toBe(false);
  });
});

describe('an answer that is no conversation', () => {
  it('is shown as a tree of text below the alert', () => {
    const raw = { a: [1, '<img src=x>', null], type: 'b', props: { children: 'x' }, constructor: 'y' };
    const root = draw({ kind: 'unexpected-answer', reason: 'wrong-shape', raw });
    const tree = find(root, '[data-part=raw]');
    expect(tree.closest('[role=alert]')).toBeNull();
    expect(tree.textContent).toContain('<img src=x>');
    expect(tree.querySelector('img, b')).toBeNull();
    expect(root.querySelector('details')?.open).toBe(true);
  });

  it('is not there where nothing came', () => {
    expect(draw({ kind: 'timeout' }).querySelector('[data-part=raw]')).toBeNull();
  });
});
