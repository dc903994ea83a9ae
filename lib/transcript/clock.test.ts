import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PROPERTY_RUNS } from '../../tests/depth.ts';
import { createClock } from './clock.ts';

const now = () => Date.parse('2026-11-23T10:00:00.000Z');
const oslo = createClock({ language: 'en-GB', timeZone: 'Europe/Oslo', now });
const tokyo = createClock({ language: 'en-GB', timeZone: 'Asia/Tokyo', now });

describe('createClock', () => {
  it('tells the time in the zone it was made for', () => {
    expect(oslo.formatTime('2026-11-23T08:05:09.000Z')).toBe('09:05');
    expect(tokyo.formatTime('2026-11-23T08:05:09.000Z')).toBe('17:05');
  });

  it('keeps to summer time of the day it speaks of', () => {
    expect(oslo.formatTime('2026-07-01T08:05:00.000Z')).toBe('10:05');
  });

  it('names date and zone in full', () => {
    const text = oslo.formatMoment('2026-11-23T08:05:09.000Z');
    expect(text).toContain('Monday');
    expect(text).toContain('23 November 2026');
    expect(text).toContain('09:05:09 CET');
  });

  it.each([
    ['2026-11-23T00:30:00.000Z', 'Today'],
    ['2026-11-22T23:30:00.000Z', 'Today'],
    ['2026-11-22T22:30:00.000Z', 'Yesterday'],
    ['2026-11-20T12:00:00.000Z', 'Friday 20 November'],
    ['2025-12-31T12:00:00.000Z', 'Wednesday, 31 December 2025'],
  ])('calls the day of %s %s in Oslo', (iso, name) => {
    expect(oslo.formatDay(iso)).toBe(name);
  });

  it('lets the day turn at midnight of its own zone', () => {
    expect(oslo.readDay('2026-11-22T22:59:59.999Z')).not.toBe(oslo.readDay('2026-11-22T23:00:00.000Z'));
    expect(tokyo.readDay('2026-11-22T22:59:59.999Z')).toBe(tokyo.readDay('2026-11-22T23:00:00.000Z'));
  });

  it('names the year of a start only where it is another', () => {
    expect(oslo.formatStart('2026-11-22T07:08:00.000Z')).toBe('22 Nov, 08:08');
    expect(oslo.formatStart('2025-11-22T07:08:00.000Z')).toBe('22 Nov 2025, 08:08');
  });

  it('shows what is no time as it came', () => {
    expect(oslo.formatTime('soon')).toBe('soon');
    expect(oslo.formatDay('soon')).toBe('soon');
  });
});

describe('a clock', () => {
  it('tells the same times in the zone of the browser, written once, as in that zone by name', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const [own, named] = [createClock({ language: 'en' }), createClock({ language: 'en', timeZone })];
    const moment = fc.date({ noInvalidDate: true, min: new Date('1980-01-01'), max: new Date('2100-01-01') });
    fc.assert(
      fc.property(
        fc.oneof(
          moment.map((date) => date.toISOString()),
          // Some read as a year, but none as one before the first.
          fc.string().filter((text) => !(new Date(text).getFullYear() < 1)),
          fc.constantFrom('100', '1', '99', '12345'),
        ),
        (iso) => {
          expect([own.formatTime(iso), own.readDay(iso), own.formatDay(iso)]).toEqual([
            named.formatTime(iso),
            named.readDay(iso),
            named.formatDay(iso),
          ]);
        },
      ),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('makes only what it is asked for, once: three of them are made for each ticket', () => {
    const make = vi.spyOn(Intl, 'DateTimeFormat');
    const clock = createClock({ language: 'en' });
    expect(make).toHaveBeenCalledTimes(0);
    clock.formatTime('2026-11-20T09:00:00.000Z');
    clock.formatTime('2026-11-20T10:00:00.000Z');
    expect(make).toHaveBeenCalledTimes(1);
    make.mockRestore();
  });
});
