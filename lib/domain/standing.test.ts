import { describe, expect, it } from 'vitest';
import { type Failure, type FailureKind, fail, succeed } from './result.ts';
import { checkStanding, endsReading, noteAnswer, type Standing } from './standing.ts';

const NOW = 1_000_000;
const provider = 'maax';
const limited: Failure = { kind: 'rate-limited', provider, status: 429, retryAt: NOW + 40_000 };
const rejected: Failure = { kind: 'key-rejected', provider, status: 401 };
const unknown: Failure = { kind: 'not-found', provider, status: 404 };
const down: Failure = { kind: 'provider-down', provider, status: 503 };

/** The standing after a provider has answered so, one after another. */
function hear(...kinds: readonly (FailureKind | Failure | 'ok')[]): Standing {
  return kinds.reduce<Standing>((standing, kind) => {
    const answer = kind === 'ok' ? succeed(null) : fail<Failure>(typeof kind === 'string' ? { kind, provider } : kind);
    return noteAnswer(standing, { id: '7', now: NOW }, answer);
  }, {});
}

const FIVE = ['provider-down', 'timeout', 'unreachable', 'timeout', down] as const;

/** What was heard, what is asked, how much later, and the failure that stands in the way. */
const TABLE: readonly [
  what: string,
  standing: Standing,
  asked: { id?: string; by?: 'hand' },
  later: number,
  expected: Failure | undefined,
][] = [
  ['nothing was heard', {}, {}, 0, undefined],
  ['the key was refused', hear(rejected), { id: '8' }, 3_600_000, rejected],
  ['the key was refused, by hand', hear(rejected), { by: 'hand' }, 0, undefined],
  ['the key was taken later', hear(rejected, 'ok'), {}, 0, undefined],
  ['the key was refused, then nothing came', hear(rejected, down), {}, 0, rejected],
  ['it asked to wait', hear(limited), { id: '8' }, 39_999, limited],
  ['it asked to wait, by hand', hear(limited), { by: 'hand' }, 39_999, undefined],
  ['it asked to wait, and the time is over', hear(limited), {}, 40_000, undefined],
  ['it asked to wait, and an earlier question was still answered', hear(limited, 'ok'), {}, 0, limited],
  ['it asked to wait twice', hear(limited, { ...limited, retryAt: NOW + 5 }), {}, 6, limited],
  ['four losses', hear(...FIVE.slice(1)), {}, 0, undefined],
  ['five losses', hear(...FIVE), { id: '8' }, 29_999, { ...down, retryAt: NOW + 30_000 }],
  ['five losses, by hand', hear(...FIVE), { by: 'hand' }, 0, undefined],
  ['five losses, and the pause is over', hear(...FIVE), {}, 30_000, undefined],
  ['five losses and a success', hear(...FIVE, 'ok'), {}, 0, undefined],
  ['four losses, an answer and one loss', hear(...FIVE.slice(1), 'forbidden', down), {}, 0, undefined],
  ['five losses, between them no network', hear(...FIVE.slice(0, 4), 'offline', down), {}, 0, { ...down, retryAt: NOW + 30_000 }],
  ['it does not know this id', hear(unknown), {}, 59_999, unknown],
  ['it does not know this id, by hand', hear(unknown), { by: 'hand' }, 0, undefined],
  ['it does not know another id', hear(unknown), { id: '8' }, 0, undefined],
  ['it did not know this id a minute ago', hear(unknown), {}, 60_000, undefined],
  ['it did not know this id, and then did', hear(unknown, 'ok'), {}, 0, undefined],
  [
    'it failed in a way that says nothing about the next time',
    hear('unexpected-answer', 'too-large', 'bad-id', 'no-key'),
    {},
    0,
    undefined,
  ],
];

describe('whether a provider may be asked', () => {
  it.each(TABLE)('%s', (_what, standing, asked, later, expected) => {
    const allowed = checkStanding(standing, { id: '7', by: 'page', ...asked, now: NOW + later });
    expect(allowed.ok ? undefined : allowed.failure).toEqual(expected);
  });

  it('keeps no answer of a provider, and no endless list', () => {
    const standing = Array.from({ length: 80 }, (_, index) => String(index)).reduce<Standing>(
      (before, id) => noteAnswer(before, { id, now: NOW }, fail<Failure>({ ...unknown, raw: 'Kari wrote' })),
      {},
    );
    expect(standing.missing).toHaveLength(50);
    expect(JSON.stringify(standing)).not.toContain('Kari');
  });
});

describe('endsReading', () => {
  it('is true of what takes the right to read away, and of nothing that passes', () => {
    const kinds = [
      'no-key',
      'key-rejected',
      'forbidden',
      'not-found',
      'bad-id',
      'timeout',
      'rate-limited',
      'unexpected-answer',
    ] as const;
    expect(kinds.filter((kind) => endsReading({ kind }))).toEqual(kinds.slice(0, 5));
    expect(endsReading({ kind: 'locked' })).toBe(true);
    expect(endsReading({ kind: 'no-key', reason: 'unreadable-keys' })).toBe(false);
  });
});
