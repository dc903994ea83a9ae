import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleResponse } from '../../../demo/emulator/rules.ts';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { draftSocialBoards, saveDraft } from '../save-draft.ts';
import { type Stage, setStage } from '../stage.ts';
import { askByHand } from './ask-by-hand.ts';
import { NAMES } from './run-matrix.ts';
import { startWitness, type Witness } from './witness.ts';

const ID = '254626';
const SECRETS = ['demo-refresh-token', 'issued-', 'leaked-token'];
const HTML = { 'content-type': 'text/html' };

interface TokenRow {
  readonly name: string;
  readonly respond: (elsewhere: string) => RuleResponse;
  readonly failure: string;
  /** Requests to the token endpoint, from and to. */
  readonly requests: readonly [number, number];
}

const once = [1, 1] as const;

/** What the endpoint that gives access tokens may do; the conversation's own address is as it should be. */
const ROWS: readonly TokenRow[] = [
  {
    name: 'refuses the refresh token',
    respond: () => ({ status: 400, body: { error: 'invalid_grant' } }),
    failure: 'key-rejected',
    requests: once,
  },
  {
    name: 'refuses the client',
    respond: () => ({ status: 401, body: { error: 'invalid_client' } }),
    failure: 'key-rejected',
    requests: once,
  },
  { name: 'is not where it should be', respond: () => ({ status: 404, body: {} }), failure: 'unexpected-answer', requests: once },
  { name: 'is down', respond: () => ({ status: 503, body: {} }), failure: 'provider-down', requests: [3, 3] },
  {
    name: 'is a web page',
    respond: () => ({ headers: HTML, body: '<title>Log in</title>' }),
    failure: 'unexpected-answer',
    requests: once,
  },
  {
    name: 'gives a token of a wrong kind',
    respond: () => ({ body: { access_token: 5, note: 'leaked-token' } }),
    failure: 'unexpected-answer',
    requests: once,
  },
  {
    name: 'passes on to elsewhere',
    respond: (elsewhere) => ({ status: 307, headers: { location: `${elsewhere}/token` } }),
    failure: 'unreachable',
    requests: once,
  },
  { name: 'cuts the line', respond: () => ({ reset: true }), failure: 'unreachable', requests: [3, 3] },
  {
    name: 'asks for a pause',
    respond: () => ({ status: 429, headers: { 'retry-after': '30' } }),
    failure: 'rate-limited',
    requests: once,
  },
];

describe('the endpoint that gives access tokens', () => {
  let stage: Stage;
  let witness: Witness;
  let popup: PageView;

  beforeAll(async () => {
    [stage, witness] = await Promise.all([setStage('chromium', { emulation: { keepAlive: false } }), startWitness()]);
    const options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftSocialBoards(stage.emulator.url));
    await options.page.close();
    popup = await openExtensionPage(stage.running, 'popup.html');
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), witness?.close()]);
  });

  it.each(ROWS)('$name: $failure, and all is well when that is over', async ({ respond, failure, requests: [least, most] }) => {
    const { emulator } = stage;
    // Whatever token is kept has ended.
    emulator.state.issued.clear();
    emulator.requests.length = 0;
    const rule = { match: { path: '/token' }, respond: respond(witness.origin) };
    emulator.rules.add(rule);
    const outcome = await askByHand(popup, NAMES.socialboards, ID);
    emulator.rules.remove(rule);
    expect(outcome).toMatchObject({ state: 'failed', failure, messages: 0, foreign: 0 });
    expect(outcome.sentence).toContain('SocialBoards');
    expect(outcome.actions.length).toBe(1);
    if (failure === 'unexpected-answer') expect(outcome.sentence).toContain('check the token URL');
    expect(outcome.took).toBeLessThan(12_000);
    for (const secret of SECRETS) expect(outcome.text).not.toContain(secret);
    const asked = emulator.requests.filter(({ path }) => path === '/token').length;
    expect(asked).toBeGreaterThanOrEqual(least);
    expect(asked).toBeLessThanOrEqual(most);
    expect(witness.requests).toEqual([]);
    expect(await askByHand(popup, NAMES.socialboards, ID)).toMatchObject({ state: 'ready' });
  });
});
