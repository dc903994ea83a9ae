import { useStored } from './use-stored.ts';

/** Whether any chat system has been set up; undefined until known. */
export function useIsSetUp(): boolean | undefined {
  const { isRead, value } = useStored('local', 'providers');
  return isRead ? Object.keys(value ?? {}).length > 0 : undefined;
}
