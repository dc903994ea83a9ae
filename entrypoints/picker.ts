import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { describePick } from '../lib/picker/describe-pick.ts';
import { showPicker } from '../lib/picker/show-picker.ts';

export default defineUnlistedScript(async () => {
  const world: { backscrollPick?: AbortController } = globalThis as never;
  // One at a time: a second click on the button begins anew.
  world.backscrollPick?.abort();
  const cancel = new AbortController();
  world.backscrollPick = cancel;
  const say = (key: string) => browser.i18n.getMessage(key as never);
  const spot = await showPicker(document, { hint: say('pickHint'), noNumber: say('pickNoNumber') }, cancel);
  const pick = spot ? describePick(spot) : null;
  cancel.abort();
  return pick;
});
