import { useCallback, useEffect, useState } from 'preact/hooks';
import { readValue, writeValue } from '../../lib/platform/stored-value.ts';
import { EMPTY_POPUP, type PopupDraft } from '../../lib/platform/view-state.ts';

export type { PopupDraft };

/**
 * What the popup holds, kept at every keystroke so that closing it loses nothing. Undefined until it was read back;
 * from then on the popup is the only writer.
 */
export function usePopupDraft(): readonly [PopupDraft | undefined, (change: Partial<PopupDraft>) => void] {
  const [draft, setDraft] = useState<PopupDraft>();
  useEffect(() => {
    void readValue('session', 'popup').then((kept) => setDraft(kept ?? EMPTY_POPUP));
  }, []);
  const change = useCallback((changed: Partial<PopupDraft>) => {
    setDraft((before) => {
      const next = { ...(before ?? EMPTY_POPUP), ...changed };
      void writeValue('session', 'popup', next);
      return next;
    });
  }, []);
  return [draft, change];
}
