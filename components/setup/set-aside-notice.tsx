import { type MessageKey, t } from '../hooks/translate.ts';
import type { SetAside } from '../hooks/use-set-aside.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

const NAMES = {
  providers: 'setAsideProviders',
  sites: 'setAsideSites',
  rules: 'setAsideRules',
  shapes: 'setAsideShapes',
  lock: 'setAsideLock',
} as const satisfies { [name in SetAside['names'][number]]: MessageKey };

/** Says which stored settings could not be read, until the agent has taken note of it. */
export function SetAsideNotice({ names, onDrop }: SetAside) {
  if (names.length === 0) return null;
  return (
    <Notice tone="warn">
      <p role="status">{t('setAside', names.map((name) => t(NAMES[name])).join(', '))}</p>
      <Button isSmall onClick={onDrop}>
        {t('setAsideDrop')}
      </Button>
    </Notice>
  );
}
