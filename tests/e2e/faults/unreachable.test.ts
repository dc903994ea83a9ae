import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOPBACK_HOSTS } from '../../../demo/browsers/copy-build.ts';
import { PROVIDER_IDS } from '../../../lib/domain/ref.ts';
import { startTlsListener } from '../../machine/tls-server.ts';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { draftMaax, draftSocialBoards, saveDraft } from '../save-draft.ts';
import { type Stage, setStage } from '../stage.ts';
import { askByHand, type Outcome } from './ask-by-hand.ts';
import { REDIRECTED, UNREACHABLE } from './fault-rows.ts';
import { NAMES } from './run-matrix.ts';
import { startWitness } from './witness.ts';

const HOSTS = [...LOOPBACK_HOSTS, 'https://localhost/*', 'https://127.0.0.1/*', 'https://*.invalid/*'];
const YESTERDAY = new Date(Date.now() - 86_400_000);

/** A port at which nobody listens. */
function findClosedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const ADDRESSES = [
  'a host that no name server knows',
  'a port where nobody listens',
  'a certificate that nobody has signed',
  'a certificate of another host',
  'a certificate that has ended',
] as const;

describe.each(['chromium', 'firefox'] as const)('a chat system that cannot be reached, in %s', (browser) => {
  const arrived: string[] = [];
  const closing: (() => Promise<void>)[] = [];
  let stage: Stage;
  let options: PageView;
  let popups: readonly PageView[];
  let urls: { readonly [address in (typeof ADDRESSES)[number]]: string };

  const serveTls = async (certificate: Parameters<typeof startTlsListener>[1]) => {
    const server = await startTlsListener((request, response) => {
      arrived.push(`${request.url} ${JSON.stringify(request.headers)}`);
      response.end('{}');
    }, certificate);
    closing.push(server.close);
    return `https://localhost:${server.port}`;
  };

  beforeAll(async () => {
    stage = await setStage(browser, { hosts: HOSTS });
    options = await openExtensionPage(stage.running, 'options.html');
    popups = [await openExtensionPage(stage.running, 'popup.html'), await openExtensionPage(stage.running, 'popup.html')];
    urls = {
      'a host that no name server knows': 'https://chat.backscroll.invalid',
      'a port where nobody listens': `http://127.0.0.1:${await findClosedPort()}`,
      'a certificate that nobody has signed': await serveTls({}),
      'a certificate of another host': await serveTls({ host: 'other.example' }),
      'a certificate that has ended': await serveTls({ endsAt: YESTERDAY }),
    };
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), ...closing.map((close) => close())]);
  });

  const askBoth = async (url: string): Promise<readonly Outcome[]> => {
    await saveDraft(options, draftMaax(url));
    await saveDraft(options, draftSocialBoards(url));
    const ids = { maax: '48213', socialboards: '254626' };
    return Promise.all(PROVIDER_IDS.map((provider, index) => askByHand(popups[index] as PageView, NAMES[provider], ids[provider])));
  };

  it.each(ADDRESSES)('is said to be out of reach: %s', async (address) => {
    for (const outcome of await askBoth(urls[address])) {
      expect(outcome).toMatchObject({ state: 'failed', failure: UNREACHABLE.kind, actions: [UNREACHABLE.action] });
      expect(outcome.sentence).toMatch(UNREACHABLE.says);
      expect(outcome.took).toBeLessThan(12_000);
    }
    // No key leaves the machine before the other side has proved who it is.
    expect(arrived).toEqual([]);
  });

  it('is asked again as soon as its address is right', async () => {
    for (const outcome of await askBoth(stage.emulator.url)) expect(outcome).toMatchObject({ state: 'ready' });
  });
});

describe('a chat system that leads from https to http', () => {
  it('is not followed', async () => {
    const witness = await startWitness();
    const server = await startTlsListener((request, response) => {
      response.writeHead(307, { location: `${witness.origin}${request.url}` }).end();
    });
    const stage = await setStage('chromium', { hosts: HOSTS, args: ['--ignore-certificate-errors'] });
    const options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(`https://localhost:${server.port}`));
    await saveDraft(options, draftSocialBoards(`https://localhost:${server.port}`));
    const popup = await openExtensionPage(stage.running, 'popup.html');
    for (const provider of PROVIDER_IDS) {
      const outcome = await askByHand(popup, NAMES[provider], '254626');
      expect(outcome).toMatchObject({ state: 'failed', failure: REDIRECTED.kind, actions: [REDIRECTED.action] });
      // SocialBoards asks for a token first.
      expect(outcome.sentence).toMatch(/never follows: check the (?:base|token) URL/);
    }
    expect(witness.requests).toEqual([]);
    await Promise.all([stage.close(), server.close(), witness.close()]);
  });
});
