// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { click, find, findBox, findByName, mount, settle, type, unmount } from '../ui/mount-for-test.tsx';
import type { Surface } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';

const onUnlock = vi.fn(async () => undefined);
const onOpenSettings = vi.fn();

const draw = (surface: Surface) =>
  mount(
    <ConversationView
      surface={surface}
      lookUp={{ state: 'locked' }}
      idle="scanning"
      onUnlock={onUnlock}
      onOpenSettings={onOpenSettings}
    />,
  );

afterEach(unmount);

describe('a locked view', () => {
  it.each<Surface>(['panel', 'popup'])('takes the passphrase in the %s', async (surface) => {
    const root = draw(surface);
    expect(find(root, 'main').dataset.state).toBe('locked');
    const box = findBox(root, 'Passphrase');
    expect(document.activeElement).toBe(box);
    type(box, 'correct horse');
    expect(findByName(root, 'Unlock').getAttribute('type')).toBe('submit');
    find(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(onUnlock).toHaveBeenLastCalledWith('correct horse');
    await settle();
    expect(box.value).toBe('');
    click(findByName(root, 'Forgot the passphrase?'));
    expect(onOpenSettings).toHaveBeenCalled();
  });

  it('has no control at all in a foreign page, and says where to unlock', () => {
    const root = draw('frame');
    expect(root.querySelectorAll('input, button, a, form')).toHaveLength(0);
    expect(root.textContent).toContain('in the side panel');
  });
});
