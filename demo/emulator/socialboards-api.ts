import { answerJson, type EmulatedAnswer, type EmulatedRequest } from './http.ts';
import type { SocialBoardsConversation } from './socialboards-types.ts';
import { type EmulatorState, FORBIDDEN_ID, findConversation } from './state.ts';
import { isAuthorised } from './token-endpoint.ts';

const PATH = /^\/chat\/conversations\/([^/]+)(\/messages)?$/;
const MOST = 100;
const ORDERS = ['creation_time_asc', 'creation_time_desc'];

export function isSocialBoardsPath(pathname: string): boolean {
  return PATH.test(pathname);
}

/** External Chat API: "Get conversation by id" and "List conversation messages". */
export function answerSocialBoards(request: EmulatedRequest, state: EmulatorState): EmulatedAnswer {
  const [, id = '', messages] = PATH.exec(request.url.pathname) ?? [];
  if (request.method !== 'GET') {
    return refuse(405, 'Method not allowed', { allow: 'GET' });
  }
  if (!isAuthorised(request, state)) {
    return refuse(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
  }
  if (!/^\d+$/.test(id)) {
    return refuse(400, 'The id is not a number');
  }
  if (id === FORBIDDEN_ID) {
    return refuse(403, 'Forbidden');
  }
  const conversation = findConversation(state, id);
  if (conversation === undefined) {
    return refuse(404, 'The conversation is not found');
  }
  const query = request.url.searchParams;
  return messages === undefined ? answerConversation(conversation, query) : answerMessages(conversation, query, state);
}

function answerConversation(conversation: SocialBoardsConversation, query: URLSearchParams): EmulatedAnswer {
  const includes = query.get('includeMessages')?.toLowerCase() ?? 'false';
  const order = readOrder(query);
  if (!['true', 'false'].includes(includes) || order === undefined) {
    return refuse(400, 'A parameter has a wrong value');
  }
  const all = conversation.messages;
  const shown = order === 'creation_time_asc' ? all.slice(0, MOST) : all.slice(-MOST);
  return succeed({ ...conversation, messages: includes === 'true' ? shown : [], totalMessagesCount: all.length });
}

function answerMessages(conversation: SocialBoardsConversation, query: URLSearchParams, state: EmulatorState): EmulatedAnswer {
  const order = readOrder(query);
  const skip = readCount(query.get('skip'), 0);
  const take = readCount(query.get('take'), MOST);
  if (order === undefined || skip === undefined || take === undefined || take < 1 || take > MOST) {
    return refuse(400, 'A parameter has a wrong value');
  }
  const lost = state.lostMessages[conversation.id] ?? 0;
  const all = conversation.messages.slice(Math.max(lost, state.listOmitsOpening ? 1 : 0));
  if (order === 'creation_time_asc') {
    return succeed(all.slice(skip, skip + take));
  }
  const end = Math.max(0, all.length - skip);
  return succeed(all.slice(Math.max(0, end - take), end));
}

/** The pages spell the name in two ways; both are read. */
function readOrder(query: URLSearchParams): string | undefined {
  const order = query.get('orderBy') ?? query.get('orderyBy') ?? 'creation_time_desc';
  return ORDERS.includes(order) ? order : undefined;
}

function readCount(text: string | null, absent: number): number | undefined {
  if (text === null) {
    return absent;
  }
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function succeed(data: unknown): EmulatedAnswer {
  return answerJson(200, { data, errorCode: -1, errorText: null });
}

/** Codes are not documented: the status is used. */
function refuse(status: number, errorText: string, headers: Record<string, string> = {}): EmulatedAnswer {
  return answerJson(status, { data: null, errorCode: status, errorText }, headers);
}
