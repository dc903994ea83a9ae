// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LookUpState } from '../../components/conversation/conversation-props.ts';
import { ConversationView } from '../../components/conversation/conversation-view.tsx';
import { loadRichText } from '../../components/conversation/draw-message-text.tsx';
import { mount, settle, unmount } from '../../components/ui/mount-for-test.tsx';
import type { ProviderId } from '../../lib/domain/ref.ts';
import { makeBoardsAccess, makeMaaxAccess } from '../../lib/providers/access-for-tests.ts';
import { PROVIDERS } from '../../lib/providers/registry.ts';
import { TEXTS, VALUES } from './corpus.ts';
import { inspectView } from './inspect-view.ts';
import { compareMessage, SLOTS } from './slots.ts';
import { ANSWER_SLOTS } from './whole-answers.ts';

// It inherits from Node's EventTarget, which happy-dom replaces; nothing here reads a second page.
vi.mock('p-queue', () => ({ default: class {} }));

const ID = '700001';

beforeAll(loadRichText);
afterEach(unmount);

/** What the real client makes of an answer, as the background hands it to a view. */
async function open(provider: ProviderId, answer: unknown): Promise<LookUpState> {
  const body = JSON.stringify(answer);
  const access = provider === 'maax' ? makeMaaxAccess('https://chat.example') : makeBoardsAccess('https://chat.example');
  const opened = await PROVIDERS[provider].open(ID, { ...access, fetch: async () => new Response(body) });
  return opened.ok
    ? { state: 'ready', conversation: opened.value, isFilling: false }
    : { state: 'failed', failure: opened.failure };
}

async function draw(provider: ProviderId, answer: unknown): Promise<HTMLElement> {
  const lookUp = await open(provider, answer);
  const root = mount(<ConversationView surface="panel" idle="no-id" selected={{ provider, id: ID }} tab={7} lookUp={lookUp} />);
  while (root.querySelector('[role=log][aria-busy=true]')) await settle();
  return root;
}

describe.each(SLOTS.map((slot) => [slot.name, slot] as const))('hostile %s', (_, slot) => {
  it('is shown as text, character for character, whatever it is', async () => {
    await draw(
      slot.provider,
      slot.write(
        ID,
        TEXTS.map(({ text }) => text),
      ),
    );
    const { faults, messages } = inspectView();
    expect(faults).toEqual([]);
    expect(messages.length).toBe(TEXTS.length);
    const wrong = TEXTS.map(({ id, text }, position) => ({
      id,
      parts: compareMessage(slot, slot.read(text, position), messages[position]),
    }));
    expect(wrong.filter(({ parts }) => parts.length > 0)).toEqual([]);
  });

  it('is text or nothing where it is of another type, or named like what every object inherits', async () => {
    await draw(
      slot.provider,
      slot.write(
        ID,
        VALUES.map(({ value }) => value),
      ),
    );
    expect(inspectView().faults).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect({}.toString()).toBe('[object Object]');
    // Each alone, too: one that is refused hides the others.
    for (const { id, value } of VALUES) {
      await draw(slot.provider, slot.write(ID, ['Hello', value]));
      expect({ id, faults: inspectView().faults }).toEqual({ id, faults: [] });
    }
  });
});

describe.each(ANSWER_SLOTS.map((slot) => [slot.name, slot] as const))('hostile %s', (_, slot) => {
  it('is shown as text', async () => {
    for (const { id, text } of TEXTS) {
      const root = await draw(slot.provider, slot.write(ID, [text]));
      const shown = [...root.querySelectorAll(slot.selector)].map(({ textContent }) => textContent ?? '');
      expect({ id, faults: inspectView().faults }).toEqual({ id, faults: [] });
      const wanted = slot.read(text);
      if (wanted !== undefined) expect(shown).toContain(wanted);
    }
  });

  it('is harmless where it is of another type', async () => {
    for (const { id, value } of VALUES) {
      await draw(slot.provider, slot.write(ID, [value]));
      expect({ id, faults: inspectView().faults }).toEqual({ id, faults: [] });
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
