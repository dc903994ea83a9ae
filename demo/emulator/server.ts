import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { appendMessage } from './append-message.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import { answerJson, type EmulatedAnswer, type EmulatedRequest } from './http.ts';
import { answerMaax, isMaaxPath } from './maax-api.ts';
import { createRules, isReplacement, type RuleList } from './rules.ts';
import { sendAnswer, sendFault } from './send-response.ts';
import { answerSocialBoards, isSocialBoardsPath } from './socialboards-api.ts';
import { createState, type EmulatorState } from './state.ts';
import { answerToken } from './token-endpoint.ts';

/** A request that came, as tests look at it. `at`: ms since the epoch. */
export interface LoggedRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
  /** The caller broke it off before it was answered. */
  wasLeft?: true;
}

/** What can be read and changed while the emulator runs. */
export interface Emulation {
  /** All requests but the control's, in the order they came. */
  readonly requests: LoggedRequest[];
  readonly rules: RuleList;
  readonly state: EmulatorState;
  /** A message arrives in a SocialBoards conversation, now. `status`: whose (`client` by default). */
  readonly say: (id: string, text: string, status?: string) => void;
}

export interface Emulator extends Emulation {
  /** Without a slash at its end. MAAX's base URL is `<url>/api/v2/`, SocialBoards' `<url>/`, its token URL `<url>/token`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface EmulatorOptions {
  /** 0, the default: any free one. */
  readonly port?: number;
  readonly host?: '127.0.0.1' | '::1';
  readonly state?: Partial<EmulatorState>;
  /** False: each request has a connection of its own. Browsers repeat by themselves what was cut on one that was kept. */
  readonly keepAlive?: boolean;
}

/** Serves both chat systems' APIs on loopback, as strictly as their pages document them. */
export async function startEmulator({
  port = 0,
  host = '127.0.0.1',
  state,
  keepAlive = true,
}: EmulatorOptions = {}): Promise<Emulator> {
  const emulation = createEmulation(createState(state));
  const server = createServer((request, response) => {
    response.shouldKeepAlive &&= keepAlive;
    // A caller that leaves early ends its own request only.
    serve(request, response, emulation).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    ...emulation,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createEmulation(state: EmulatorState): Emulation {
  return { requests: [], rules: createRules(), state, say: (id, text, status) => appendMessage(state, id, text, status) };
}

async function serve(incoming: IncomingMessage, response: ServerResponse, emulation: Emulation): Promise<void> {
  const request = await readRequest(incoming);
  if (request.url.pathname === CONTROL_PATH) {
    return sendAnswer(response, answerControl(request, emulation));
  }
  const { method, path, headers, body } = request;
  const logged: LoggedRequest = { method, path, headers, body, at: Date.now() };
  emulation.requests.push(logged);
  response.once('close', () => {
    if (!response.writableEnded) logged.wasLeft = true;
  });
  const fault = emulation.rules.take(request);
  if (fault?.delayMs !== undefined) {
    await pause(fault.delayMs);
  }
  if (fault !== undefined && isReplacement(fault)) {
    return sendFault(response, fault);
  }
  sendAnswer(response, answer(request, emulation.state));
}

function answer(request: EmulatedRequest, state: EmulatorState): EmulatedAnswer {
  const { pathname } = request.url;
  if (isMaaxPath(pathname)) {
    return answerMaax(request, state);
  }
  if (isSocialBoardsPath(pathname)) {
    return answerSocialBoards(request, state);
  }
  return pathname === '/token' ? answerToken(request, state) : answerJson(404, { detail: 'Not found.' });
}

async function readRequest(incoming: IncomingMessage): Promise<EmulatedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const path = incoming.url ?? '/';
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: incoming.method ?? 'GET',
    path,
    url: new URL(`http://emulator${path}`),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString(),
  };
}
