// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { Failure } from '../../lib/domain/result.ts';
import { click, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import { Freshness } from './freshness.tsx';

const NOW = 1_800_000_000_000;

function draw(age: number, trouble?: Failure): HTMLElement {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  return mount(<Freshness checkedAt={NOW - age} trouble={trouble} />);
}

afterEach(() => {
  unmount();
  vi.useRealTimers();
});

it('says nothing of what is fresh', () => {
  expect(draw(60_000).textContent).toBe('');
});

it('says how old it is, as it grows older', async () => {
  const root = draw(70_000);
  expect(root.querySelector('[data-part=age]')).toBeNull();
  await act(() => void vi.advanceTimersByTime(60_000));
  expect(root.querySelector('[data-part=age]')?.textContent).toMatch(/^As of 2 min\.? ago$/);
});

it('says why it was not refreshed, in a quiet line', () => {
  const root = draw(180_000, { kind: 'timeout', provider: 'maax' });
  expect(root.textContent).toMatch(/^As of 3 min\.? ago · Not refreshed: MAAX AI did not answer in time\.$/);
  expect(root.querySelector('[role=alert]')).toBeNull();
});

it('says of what is too large to be refreshed that it stays as it is, and reads it anew on a click', () => {
  const onReadAnew = vi.fn();
  const root = mount(<Freshness checkedAt={Date.now()} trouble={undefined} onReadAnew={onReadAnew} />);
  expect(root.textContent).toBe('Too large to stay up to date by itself. Read anew');
  click(findByName(root, 'Read anew'));
  expect(onReadAnew).toHaveBeenCalledOnce();
});
