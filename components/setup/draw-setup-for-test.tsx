import { vi } from 'vitest';
import { find, mount } from '../ui/mount-for-test.tsx';
import type { FormOutcome } from './form-outcome.ts';
import { SetupPage, type SetupPageProps } from './setup-page.tsx';

const DONE: FormOutcome = { ok: true, value: null };

/** What the options page is given before anything is set up. */
export function createProps(changed: Partial<SetupPageProps> = {}): SetupPageProps {
  const handlers = () => ({ onSave: vi.fn(async () => DONE), onTest: vi.fn(async () => DONE), onRemove: vi.fn(async () => DONE) });
  return {
    maax: { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, stored: [], ...handlers() },
    socialBoards: {
      settings: {
        provider: 'socialboards',
        signIn: 'refresh-token',
        clientId: '',
        community: '',
        baseUrl: 'https://api.socialboards.com/',
        tokenUrl: 'https://api.socialboards.com/token',
      },
      stored: [],
      ...handlers(),
    },
    helpdesks: {
      helpdesks: [],
      onToggle: vi.fn(),
      onGrant: vi.fn(),
      onForgetProvider: vi.fn(),
      onAdd: vi.fn(async () => 'added' as const),
    },
    ...changed,
  };
}

function findRegion(root: ParentNode, name: string): HTMLElement {
  const heading = [...root.querySelectorAll('h2')].find((element) => element.textContent === name);
  return find(root, `section[aria-labelledby="${heading?.id}"]`);
}

/** The options page, by its regions. */
export function draw(props = createProps()) {
  const root = mount(<SetupPage {...props} />);
  return {
    props,
    maax: findRegion(root, 'MAAX AI'),
    socialBoards: findRegion(root, 'SocialBoards'),
    helpdesks: findRegion(root, 'Helpdesks'),
  };
}

export function submit(region: HTMLElement): void {
  find(region, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

export const readStatus = (region: HTMLElement) => find(region, '[role=status]');
