import { fakeBrowser } from 'wxt/testing/fake-browser';

const listeners = new Set<() => void>();
const event = {
  addListener: (run: () => void) => void listeners.add(run),
  removeListener: (run: () => void) => void listeners.delete(run),
};

/** The browser's permissions, as far as a view asks for them: all granted, until told otherwise; `tell` says that some changed. */
export function stubAccess(): { isGranted: boolean; readonly tell: () => void } {
  const access = {
    isGranted: true,
    tell: () => {
      for (const run of [...listeners]) run();
    },
  };
  listeners.clear();
  Object.assign(fakeBrowser.permissions, { onAdded: event, onRemoved: event, contains: async () => access.isGranted });
  return access;
}
