import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPicker } from '../lib/picker/create-picker.ts';

/** Makes the picker ready in this frame, and says what the frame is. */
export default defineUnlistedScript(() => {
  const world: { backscrollPicker?: ReturnType<typeof createPicker> } = globalThis as never;
  // One at a time: a second click on the button begins anew.
  world.backscrollPicker?.cancel();
  const say = (key: string, ...words: string[]) => browser.i18n.getMessage(key as never, words);
  const picker = createPicker(window, {
    hint: say('pickHint'),
    noNumber: say('pickNoNumber'),
    foreign: say('pickForeign'),
    at: (number) => say('pickAt', number),
  });
  world.backscrollPicker = picker;
  return picker.frame;
});
