// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Message } from '../../lib/domain/message.ts';
import { click, find, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import type { ConversationViewProps, IdleReason, LookUpState } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';

const REF = { provider: 'socialboards', id: '254626' } as const;
const OTHER = { provider: 'maax', id: '443484636' } as const;
const PLAIN = { format: 'plain' } as const;

const MESSAGES: readonly Message[] = [
  { id: '0', role: 'bot', author: 'Vera', time: '2026-11-20T09:00:00.000Z', text: 'Hi!', ...PLAIN },
  { id: '1', role: 'customer', author: 'Kari', time: '2026-11-20T09:01:00.000Z', text: 'line one\nline two', ...PLAIN },
  { id: '2', role: 'system', text: 'moved', ...PLAIN },
  { id: '3', role: 'agent', author: 'Jonas', time: '2026-11-21T09:01:00.000Z', text: 'see https://example.com', ...PLAIN },
  { id: '4', role: 'unknown', author: 'relay', text: '**bold**', ...PLAIN },
];

function converse(changed: Partial<Conversation> = {}): Conversation {
  return { ref: REF, messages: MESSAGES, gaps: [], facts: {}, complete: true, fetchedAt: 0, ...changed };
}

function draw(lookUp: LookUpState, more: Partial<ConversationViewProps> = {}): HTMLElement {
  return mount(<ConversationView surface="panel" idle="no-id" selected={REF} tab={7} lookUp={lookUp} {...more} />);
}

const ready = (conversation = converse(), isFilling = false): LookUpState => ({ state: 'ready', conversation, isFilling });

afterEach(unmount);

describe('the conversation view', () => {
  it.each<[LookUpState, string | null]>([
    [{ state: 'idle' }, null],
    [{ state: 'loading' }, 'socialboards:254626'],
    [ready(), 'socialboards:254626'],
    [{ state: 'failed', failure: { kind: 'timeout' } }, 'socialboards:254626'],
    [{ state: 'locked' }, null],
    [{ state: 'no-access', origins: ['https://api.example.com'] }, null],
  ])('tells state, conversation and tab: %j', (lookUp, conversation) => {
    const main = find(draw(lookUp), 'main');
    expect(main.dataset.state).toBe(lookUp.state);
    expect(main.getAttribute('data-conversation')).toBe(conversation);
    expect(main.dataset.tab).toBe('7');
  });

  it('names no tab where it follows none', () => {
    expect(find(draw({ state: 'idle' }, { tab: undefined }), 'main').hasAttribute('data-tab')).toBe(false);
  });

  it('warns of plain http where a site can be enabled, before it is', () => {
    const offer = { idle: 'site-off', isUnencrypted: true, onEnableSite: vi.fn() } as const;
    expect(draw({ state: 'idle' }, offer).textContent).toContain('not encrypted');
    expect(draw({ state: 'idle' }, { ...offer, isUnencrypted: false }).textContent).not.toContain('not encrypted');
    expect(draw({ state: 'idle' }, { ...offer, idle: 'no-id' }).textContent).not.toContain('not encrypted');
  });

  it.each<IdleReason>(['scanning', 'no-ticket', 'no-id', 'site-off', 'access-lost', 'not-set-up', 'by-hand'])(
    'says something for %s',
    (idle) => {
      const root = draw({ state: 'idle' }, { idle, selected: undefined });
      expect(find(root, 'h1').textContent).not.toBe('');
      expect(root.querySelectorAll('[role=alert]').length).toBe(0);
    },
  );

  it('asks for access in the click, everywhere but in the frame', () => {
    const onGrantAccess = vi.fn();
    const lookUp: LookUpState = { state: 'no-access', origins: ['https://api.example.com'] };
    const root = draw(lookUp, { onGrantAccess });
    expect(root.textContent).toContain('api.example.com');
    click(findByName(root, 'Give access'));
    expect(onGrantAccess).toHaveBeenCalledWith(['https://api.example.com']);
    expect(draw(lookUp, { onGrantAccess, surface: 'frame' }).querySelector('button')).toBeNull();
  });
});

describe('a screen reader', () => {
  it('is told what is looked up, and what is there, by one and the same status', () => {
    const status = find(draw({ state: 'loading' }), 'main > [role=status]');
    expect(status.textContent).toBe('Loading the conversation from SocialBoards…');
    draw(ready());
    expect(status.textContent).toBe('Conversation 254626 from SocialBoards is shown.');
    draw({ state: 'idle' }, { selected: undefined });
    expect(status.textContent).toBe('');
  });
});

describe('a ticket without an id', () => {
  it('offers the look-up by hand, where it can be opened', () => {
    const onLookUp = vi.fn();
    click(findByName(draw({ state: 'idle' }, { onLookUp, selected: undefined }), 'Look up an id'));
    expect(onLookUp).toHaveBeenCalledOnce();
    const frame = draw({ state: 'idle' }, { onLookUp, selected: undefined, surface: 'frame' });
    expect([frame.querySelector('button'), frame.textContent.includes('button in the toolbar')]).toEqual([null, true]);
  });
});

describe('the jumps', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...MESSAGES[0], id: `${index}` }) as Message);

  it('come before the log, and only where there is something to jump over', () => {
    const root = draw(ready(converse({ messages: many })));
    const log = find(root, '[role=log]');
    for (const name of ['Jump to start', 'Jump to end'])
      expect(findByName(root, name).compareDocumentPosition(log)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(draw(ready()).querySelector('[aria-label="Jump to end"]')).toBeNull();
  });

  it('lead to the end', () => {
    const root = draw(ready(converse({ messages: many })));
    const log = find(root, '[role=log]');
    Object.defineProperty(log, 'scrollHeight', { value: 2000 });
    click(findByName(root, 'Jump to end'));
    expect(log.scrollTop).toBe(2000);
  });
});

describe('another look-up', () => {
  it('drops the old conversation at once when another is looked up', () => {
    draw(ready());
    const root = draw({ state: 'loading' }, { selected: OTHER });
    expect(root.querySelector('article')).toBeNull();
    expect(find(root, 'main').dataset.conversation).toBe('maax:443484636');
  });
});

describe('facts', () => {
  it('are shown with their machine-readable form, and only where known', () => {
    const facts = {
      state: 'open',
      handledBy: 'human',
      queue: { position: 3, waitMinutes: 5 },
      feedback: { positive: false, text: 'slow' },
      total: 12345,
      started: '2026-11-20T09:00:00.000Z',
      fields: [{ name: '4', value: 'FF-1' }],
      firstPage: 'https://a.example/orders',
      lastPage: 'http://b.example/',
      inbox: 'https://inbox.socialboards.com/harbor/tickets?ticketId=1',
    } as const;
    const root = draw(ready(converse({ facts })));
    const read = () =>
      Object.fromEntries(
        [...root.querySelectorAll<HTMLElement>('[data-fact]')].map((fact) => [fact.dataset.fact, fact.dataset.value]),
      );
    expect(read()).toEqual({
      state: 'open',
      'handled-by': 'human',
      queue: '3',
      feedback: 'negative',
      total: '12345',
      started: '2026-11-20T09:00:00.000Z',
      field: 'FF-1',
      'first-page': 'https://a.example/orders',
      'last-page': 'http://b.example/',
      inbox: 'https://inbox.socialboards.com/harbor/tickets?ticketId=1',
    });
    expect(find(root, '[data-fact=field]').textContent).toBe('Field 4: FF-1');
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-fact]')];
    expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual(
      [facts.firstPage, facts.lastPage, facts.inbox].map((url) => [url, 'noopener noreferrer nofollow', '_blank']),
    );
    expect(find(root, '[data-fact=feedback]').textContent).toBe('slow');
    expect(find(root, '[data-fact=handled-by]').textContent).toBe('Waiting for an agent');
    draw(ready(converse({ facts: { handledBy: 'human' } })));
    expect(find(root, '[data-fact=handled-by]').textContent).toBe('With an agent');
    draw(ready());
    expect(read()).toEqual({});
  });
});

describe('the conversations of one ticket', () => {
  it('are tabs only where there are several', () => {
    expect(draw(ready(), { refs: [REF] }).querySelector('[role=tablist]')).toBeNull();
    const root = draw(ready(), { refs: [REF, OTHER] });
    expect(find(root, '[role=tablist]').getAttribute('aria-label')).toBe('Conversations in this ticket');
    const tabs = [...root.querySelectorAll('[role=tab]')];
    expect(
      tabs.map((tab) => [tab.textContent?.includes(REF.id), tab.getAttribute('aria-selected'), tab.getAttribute('tabindex')]),
    ).toEqual([
      [true, 'true', '0'],
      [false, 'false', '-1'],
    ]);
    expect(find(root, `#${CSS.escape(tabs[0]?.getAttribute('aria-controls') ?? '')}`).getAttribute('role')).toBe('tabpanel');
  });

  it.each([
    ['ArrowRight', OTHER],
    ['ArrowLeft', OTHER],
    ['End', OTHER],
    ['Home', REF],
  ])('are reached with %s', (key, ref) => {
    const onSelect = vi.fn();
    const root = draw(ready(), { refs: [REF, OTHER], onSelect });
    find(root, '[role=tab]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(onSelect).toHaveBeenCalledWith(ref);
    expect(document.activeElement?.textContent).toContain(ref.id);
  });
});

describe('the evidence', () => {
  it('opens on "Why this id?" and says where each id was found, and why it was taken or not', () => {
    const candidates = [
      { id: '254626', provider: 'socialboards', kind: 'link', label: 'conversationId', excerpt: 'inbox/254626' },
      { id: '42', kind: 'text', label: 'Ticket', excerpt: 'Ticket #42', refusal: 'own-id' },
    ] as const;
    const root = draw(ready(), { candidates });
    expect(root.querySelector('[data-part=evidence]')).toBeNull();
    const button = findByName(root, 'Why this id?');
    click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const items = [...find(root, '[data-part=evidence]').querySelectorAll('li')].map((item) => item.textContent);
    expect(items[0]).toContain('254626');
    expect(items[0]).toContain('conversationId');
    expect(items[0]).toContain('Taken.');
    expect(items[1]).toContain('Not taken: it is a number of the ticket itself');
    click(button);
    expect(root.querySelector('[data-part=evidence]')).toBeNull();
  });

  it('closes with the ticket', () => {
    const candidates = [{ id: '1', kind: 'text', label: 'x', excerpt: '' }] as const;
    click(findByName(draw(ready(), { candidates, ticket: 'a' }), 'Why this id?'));
    expect(draw(ready(), { candidates, ticket: 'a' }).querySelector('[data-part=evidence]')).not.toBeNull();
    expect(draw(ready(), { candidates, ticket: 'b' }).querySelector('[data-part=evidence]')).toBeNull();
  });

  it('can be had where no id was taken', () => {
    const candidates = [{ id: '42', kind: 'text', label: 'Ticket', excerpt: '', refusal: 'weak-label' }] as const;
    const root = draw({ state: 'idle' }, { selected: undefined, candidates });
    click(findByName(root, 'Why this id?'));
    expect(find(root, '[data-part=evidence]').textContent).toContain('42');
  });

  it('says of a ticket in which nothing was seen that nothing was, and is not offered where no ticket is open', () => {
    const root = draw({ state: 'idle' }, { selected: undefined, candidates: [], idle: 'no-id' });
    click(findByName(root, 'Why this id?'));
    expect(find(root, '[data-part=evidence]').textContent).toContain('No number on this page');
    expect(draw({ state: 'idle' }, { selected: undefined, candidates: [], idle: 'no-ticket' }).querySelector('.why')).toBeNull();
  });
});
