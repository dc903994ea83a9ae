import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from './parse-time.ts';

function read(value: unknown): string | undefined {
  const instant = parseTime(value);
  return instant && formatTime(instant);
}

describe('parseTime', () => {
  it.each([
    ['2023-09-01T12:56:39.0847826+03:00', '2023-09-01T09:56:39.084Z'],
    ['2023-09-01T12:56:39.08+00:00', '2023-09-01T12:56:39.080Z'],
    ['2023-09-01T12:56:39Z', '2023-09-01T12:56:39.000Z'],
    ['2023-09-01T12:56:39z', '2023-09-01T12:56:39.000Z'],
    ['2023-09-01T12:56:39', '2023-09-01T12:56:39.000Z'],
    ['2023-09-01T12:56', '2023-09-01T12:56:00.000Z'],
    ['2023-09-01 12:56:39.123456+00:00', '2023-09-01T12:56:39.123Z'],
    ['2023-09-01T12:56:39,5-0330', '2023-09-01T16:26:39.500Z'],
    ['2023-09-01T12:56:39+02', '2023-09-01T10:56:39.000Z'],
    ['2023-09-01T00:10:00+05:45', '2023-08-31T18:25:00.000Z'],
    ['2023-09-01', '2023-09-01T00:00:00.000Z'],
    [' 2024-02-29T23:59:59Z ', '2024-02-29T23:59:59.000Z'],
    [1693562199, '2023-09-01T09:56:39.000Z'],
    [1693562199.25, '2023-09-01T09:56:39.250Z'],
    [1693562199084, '2023-09-01T09:56:39.084Z'],
    ['1693562199', '2023-09-01T09:56:39.000Z'],
    ['1693562199.5', '2023-09-01T09:56:39.500Z'],
    ['1693562199084', '2023-09-01T09:56:39.084Z'],
  ])('reads %j as %s', (value, time) => {
    expect(read(value)).toBe(time);
  });

  it.each([
    '',
    'yesterday',
    '12:34',
    '0001-01-01T00:00:00',
    '1969-12-31T23:59:59Z',
    '2023-02-30T00:00:00Z',
    '2023-13-01T00:00:00Z',
    '2023-00-01T00:00:00Z',
    '2023-09-01T24:00:00Z',
    '2023-09-01T12:60:00Z',
    '2023-09-01T12:00:61Z',
    '2023-09-01T12:00:00+99:00',
    '2023-09-01T12:00:00Z and more',
    'Fri, 01 Sep 2023 12:56:39 GMT',
    0,
    12,
    -1693562199,
    1e15,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    true,
    {},
    [1693562199],
    '1'.repeat(5_000),
  ])('takes %j for no time', (value) => {
    expect(parseTime(value)).toBeUndefined();
  });

  it('keeps what a millisecond cannot hold, for the order', () => {
    expect(parseTime('2023-09-01T12:56:39.0847826+03:00')?.sub).toBe(7826);
    expect(parseTime('2023-09-01T12:56:39.08478269Z')?.sub).toBe(7826);
    expect(parseTime('2023-09-01T12:56:39.1Z')?.sub).toBe(0);
  });

  it('reads back every ISO time, at any offset', () => {
    const date = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: -840, max: 840 }), (when, minutes) => {
        const local = new Date(when.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const zone = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        expect(read(`${local}${zone}`)).toBe(when.toISOString());
        expect(read(when.getTime())).toBe(when.getTime() < 1e11 ? read(when.getTime()) : when.toISOString());
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const time = read(value);
        expect(time === undefined || !Number.isNaN(Date.parse(time))).toBe(true);
      }),
    );
  });
});
