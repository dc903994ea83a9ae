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
    [{ fields: null }, {}],
    [{ fields: [] }, {}],
    [{ fields: 'none' }, {}],
    [{ fields: [{ key: 4, value: 'FF-1' }] }, { fields: [{ name: '4', value: 'FF-1' }] }],
    [{ fields: [{ id: 4, name: ' Order ', value: 17 }] }, { fields: [{ name: 'Order', value: '17' }] }],
    [{ fields: [{ fieldId: 4, value: ['a', 'b'] }] }, { fields: [{ name: '4', value: 'a, b' }] }],
    [{ fields: [null, {}, { key: 4 }, { key: 5, value: '' }, { value: 'x' }, { key: 6, value: { a: 1 } }, 7] }, {}],
    [{ initialPageUrl: 'https://a.example/x?y=1#z' }, { firstPage: 'https://a.example/x?y=1#z' }],
    [{ latestPageUrl: ' http://a.example ' }, { lastPage: 'http://a.example/' }],
    [{ initialPageUrl: 'javascript:alert(1)', latestPageUrl: 'data:text/html,x' }, {}],
    [{ initialPageUrl: '//a.example/x', latestPageUrl: 'file:///etc/passwd' }, {}],
    [{ initialPageUrl: 'https://user:pw@a.example/', latestPageUrl: `https://a.example/${'x'.repeat(3_000)}` }, {}],
    [{ initialPageUrl: null, latestPageUrl: 7 }, {}],
    [{}, {}],
  ])('reads %j', (members, facts) => {
    expect(readFacts(WIRE.conversation.parse({ id: 1, ...members }))).toEqual(facts);
  });
});
