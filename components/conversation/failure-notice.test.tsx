// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
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
  'late',
  'unreadable-keys',
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

  it.each(ALL)('offers nothing in the frame but to ask again, or the way to the settings: $kind $reason', (failure) => {
    const root = draw(failure, { surface: 'frame', candidates: [] });
    expect(find(root, '[role=alert] button').textContent).toMatch(/^(Try again|Open settings)$/);
    expect(root.querySelector('input, a, select, textarea')).toBeNull();
  });

  it.each(['key-rejected', 'no-key', 'forbidden'] as const)('offers no asking again in the frame after %s', (kind) => {
    const onOpenSettings = vi.fn();
    const root = draw({ kind, provider: 'maax' }, { surface: 'frame', onOpenSettings });
    expect(root.textContent).not.toContain('Try again');
    click(findByName(root, 'Open settings'));
    expect(onOpenSettings).toHaveBeenCalledOnce();
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

  it("is the provider's own inbox where a conversation is too large, and where that is not known to try again", () => {
    const inbox = 'https://inbox.socialboards.com/harbor/tickets?ticketId=1';
    const known = find(draw({ kind: 'too-large', provider: 'maax', inbox }), '[role=alert]');
    expect([...known.querySelectorAll('button, a')].map((action) => [action.textContent, action.getAttribute('href')])).toEqual([
      ['Open in the inbox', inbox],
    ]);
    expect(find(known, '.failure-sentence').textContent).toMatch(/look at it in MAAX AI itself\.$/);
    unmount();
    const unknown = find(draw({ kind: 'too-large', provider: 'maax' }), '[role=alert]');
    expect(find(unknown, '.failure-sentence').textContent).toMatch(/look at it in MAAX AI itself, or try again\.$/);
    expect([...unknown.querySelectorAll('button, a')].map((action) => action.textContent)).toEqual(['Try again']);
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

  it('is the settings, too, where no chat system was reached; beside the alert, which offers one thing', () => {
    const onOpenSettings = vi.fn();
    const root = draw({ kind: 'unreachable' }, { onOpenSettings });
    expect(find(root, '[role=alert]').textContent).not.toContain('Open settings');
    click(findByName(root, 'Open settings'));
    expect(onOpenSettings).toHaveBeenCalledOnce();
  });
});

describe('what is known beside the answer', () => {
  it.each([
    ['not-found', 'asked-everywhere', /^Neither MAAX AI nor SocialBoards has/],
    ['no-key', 'nothing-set-up', /^Connect your chat system/],
    ['timeout', 'asked-everywhere', /^The chat system did not answer/],
  ] as const)('makes another sentence of %s: %s', (kind, circumstance, sentence) => {
    const alert = find(draw({ kind }, { circumstance }), '[role=alert]');
    expect(alert.dataset.failure).toBe(kind);
    expect(find(alert, '.failure-sentence').textContent).toMatch(sentence);
  });

  it.each([
    [200, false],
    [503, true],
  ])('is the HTTP status, where it says something: %d', (status, isSaid) => {
    expect(draw({ kind: 'unexpected-answer', status }).textContent.includes('HTTP status')).toBe(isSaid);
  });
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

  it('can be tried again when the provider allows it, and not before', () => {
    vi.useFakeTimers();
    const onRetry = vi.fn();
    const root = draw({ kind: 'rate-limited', status: 429, retryAt: Date.now() + 3_000 }, { onRetry });
    const button = findByName(root, 'Try again');
    click(button);
    expect([button.getAttribute('aria-disabled'), onRetry.mock.calls.length]).toEqual(['true', 0]);
    void act(() => void vi.advanceTimersByTime(3_000));
    click(button);
    expect([button.getAttribute('aria-disabled'), onRetry.mock.calls.length]).toEqual([null, 1]);
    vi.useRealTimers();
  });

  it('that is a pause of our own can be ended at any time', () => {
    const onRetry = vi.fn();
    click(findByName(draw({ kind: 'provider-down', retryAt: Date.now() + 30_000 }, { onRetry }), 'Try again'));
    expect(onRetry).toHaveBeenCalledOnce();
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
