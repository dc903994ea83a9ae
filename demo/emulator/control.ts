import { answerJson, type EmulatedAnswer, type EmulatedRequest } from './http.ts';
import type { Rule } from './rules.ts';
import type { Emulation } from './server.ts';
import type { EmulatorState } from './state.ts';

export const CONTROL_PATH = '/__control';

/** What `POST /__control` takes; every member is optional. Clearing comes first. */
export interface ControlOrder {
  readonly clearRules?: boolean;
  readonly clearRequests?: boolean;
  /** Makes every issued access token end now. */
  readonly expireTokens?: boolean;
  readonly set?: Partial<
    Pick<EmulatorState, 'keys' | 'tokenLifetime' | 'rotatesRefreshToken' | 'listOmitsOpening' | 'lostMessages'>
  >;
  readonly rules?: readonly Rule[];
  /** Messages that arrive now, at the end of a SocialBoards conversation. */
  readonly say?: readonly { readonly id: string; readonly text: string; readonly status?: string }[];
}

/** For tests in another process: carries out an order (`POST`), and answers with requests, rules and keys as they then are. */
export function answerControl(request: EmulatedRequest, emulation: Emulation): EmulatedAnswer {
  if (request.method === 'POST') {
    carryOut(JSON.parse(request.body || '{}') as ControlOrder, emulation);
  }
  const { requests, rules, state } = emulation;
  return answerJson(200, { requests, rules: rules.list(), keys: state.keys });
}

function carryOut(order: ControlOrder, emulation: Emulation): void {
  const { requests, rules, state } = emulation;
  if (order.clearRules) {
    rules.clear();
  }
  if (order.clearRequests) {
    requests.length = 0;
  }
  if (order.expireTokens) {
    state.issued.clear();
  }
  const { keys, ...settings } = order.set ?? {};
  Object.assign(state, settings, { keys: { ...state.keys, ...keys } });
  for (const rule of order.rules ?? []) {
    rules.add(rule);
  }
  for (const { id, text, status } of order.say ?? []) {
    emulation.say(id, text, status);
  }
}
