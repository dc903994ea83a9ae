import { describe, expect, it } from 'vitest';
import { readFacts } from './read-facts.ts';
import { WIRE } from './wire.ts';

describe('readFacts', () => {
  it.each([
    [{ isClosed: true }, { state: 'closed' }],
    [{ isClosed: false }, { state: 'open' }],
    [{ isTakeoverEnabled: true }, { handledBy: 'human' }],
    [{ isTakeoverEnabled: false }, { handledBy: 'bot' }],
    [{ queuePositionInfo: { position: 1403, waitTime: 15 } }, { queue: { position: 1403, waitMinutes: 15 } }],
    [{ queuePositionInfo: { position: 0, waitTime: null } }, { queue: { position: 0 } }],
    [{ queuePositionInfo: { position: -1, waitTime: 3 } }, {}],
    [{ queuePositionInfo: { position: null } }, {}],
    [{ queuePositionInfo: null }, {}],
    [{ feedback: { isPositive: true, text: ' Thanks ' } }, { feedback: { positive: true, text: 'Thanks' } }],
    [{ feedback: { isPositive: false, text: null } }, { feedback: { positive: false } }],
    [{ feedback: null }, {}],
    [{ feedback: 'good' }, {}],
    [{ totalMessagesCount: 0 }, { total: 0 }],
    [{ totalMessagesCount: '3' }, {}],
    [{ totalMessagesCount: -3 }, {}],
    [{ creationTime: '2023-09-01T12:56:39.0847826+03:00' }, { started: '2023-09-01T09:56:39.084Z' }],
    [{ creationTime: '0001-01-01T00:00:00' }, {}],
    [{ isClosed: 'no', isTakeoverEnabled: 1 }, {}],
    [{}, {}],
  ])('reads %j', (members, facts) => {
    expect(readFacts(WIRE.conversation.parse({ id: 1, ...members }))).toEqual(facts);
  });
});
