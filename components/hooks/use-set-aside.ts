import { useCallback } from 'preact/hooks';
import { type LocalName, removeValue } from '../../lib/platform/stored-value.ts';
import { useStored } from './use-stored.ts';

/** Settings that could not be read and were set aside, and how the agent is done with them. */
export interface SetAside {
  readonly names: readonly LocalName[];
  readonly onDrop: () => void;
}

/** Watches what was set aside. */
export function useSetAside(): SetAside {
  const held = {
    providers: useStored('local', 'broken:providers').value,
    sites: useStored('local', 'broken:sites').value,
    rules: useStored('local', 'broken:rules').value,
    shapes: useStored('local', 'broken:shapes').value,
    lock: useStored('local', 'broken:lock').value,
  };
  const names = (Object.keys(held) as LocalName[]).filter((name) => held[name] !== undefined);
  const list = names.join(' ');
  const onDrop = useCallback(() => {
    for (const name of list.split(' ')) void removeValue('local', `broken:${name as LocalName}`);
  }, [list]);
  return { names, onDrop };
}
