import { describe, expect, it } from 'vitest';
import type { Message, Role } from '../domain/message.ts';
import { arrangeMessages } from './arrange-messages.ts';
import { createClock } from './clock.ts';

const clock = createClock({ language: 'en-GB', timeZone: 'Europe/Oslo', now: () => Date.parse('2026-11-23T10:00:00.000Z') });

function say(role: Role, time?: string, author?: string): Message {
  return { id: '0', role, text: 'x', format: 'plain', ...(time ? { time } : {}), ...(author ? { author } : {}) };
}

function arrange(messages: Message[], gaps: { before: number; missing: number }[] = []) {
  return arrangeMessages({ messages, gaps }, { start: 0, end: messages.length }, clock);
}

describe('arrangeMessages', () => {
  it('joins what one person said in one go', () => {
    const entries = arrange([
      say('customer', '2026-11-23T08:00:00.000Z', 'Kari'),
      say('customer', '2026-11-23T08:04:00.000Z', 'Kari'),
      say('customer', '2026-11-23T08:10:00.000Z', 'Kari'),
      say('customer', '2026-11-23T08:10:00.000Z', 'Ola'),
      say('bot', '2026-11-23T08:10:00.000Z'),
      say('bot'),
    ]);
    expect(entries.map((entry) => entry.continues)).toEqual([false, true, false, false, false, true]);
  });

  it('never joins system lines', () => {
    expect(arrange([say('system'), say('system')]).map((entry) => entry.continues)).toEqual([false, false]);
  });

  it('names each new day in the zone of the clock, once', () => {
    const entries = arrange([
      say('customer', '2026-11-22T22:58:00.000Z', 'Kari'),
      say('customer', '2026-11-22T22:59:00.000Z', 'Kari'),
      say('customer', '2026-11-22T23:00:00.000Z', 'Kari'),
      say('customer'),
    ]);
    expect(entries.map((entry) => entry.day)).toEqual(['Yesterday', undefined, 'Today', undefined]);
    expect(entries[2]?.continues).toBe(false);
  });

  it('says where messages are missing', () => {
    const entries = arrange([say('bot'), say('bot')], [{ before: 1, missing: 7 }]);
    expect(entries.map((entry) => entry.missing)).toEqual([undefined, 7]);
    expect(entries[1]?.continues).toBe(false);
  });

  it('arranges a part exactly as it stands in the whole', () => {
    const messages = Array.from({ length: 40 }, (_, index) =>
      say(index % 3 === 0 ? 'bot' : 'customer', new Date(Date.UTC(2026, 10, 20, 20, index * 11)).toISOString()),
    );
    const whole = arrange(messages);
    const part = arrangeMessages({ messages, gaps: [] }, { start: 13, end: 29 }, clock);
    expect(part).toEqual(whole.slice(13, 29));
  });
});
