import type { SocialBoardsConversation } from './socialboards-types.ts';
import { tellDocumentedSample } from './stories/documented-sample.ts';
import { tellGroupOrder } from './stories/group-order.ts';
import { tellJacketReturn } from './stories/jacket-return.ts';
import {
  DIRECTIONS,
  EMPTY,
  FLAGS,
  HEAT_PUMP_HELP,
  INVOICE_QUESTION,
  NEWEST_FIRST,
  ROOM_CHANGE,
  SEND_RECEIPT,
} from './stories/maax-answers.ts';
import { tellOperationsLog } from './stories/operations-log.ts';
import { tellParcelLocker } from './stories/parcel-locker.ts';

/** SocialBoards' conversations by id, each made when it is asked for. */
export const SOCIALBOARDS_CONVERSATIONS: Readonly<Record<string, () => SocialBoardsConversation>> = {
  254626: tellDocumentedSample,
  255762: tellJacketReturn,
  2555100: tellParcelLocker,
  4478963: tellGroupOrder,
  443484636: tellOperationsLog,
};

/** MAAX's answers by conversation id. The first four are stories for the demo, the others further shapes that it may answer in. */
export const MAAX_ANSWERS: Readonly<Record<string, unknown>> = {
  48213: INVOICE_QUESTION,
  48214: ROOM_CHANGE,
  48215: HEAT_PUMP_HELP,
  48216: SEND_RECEIPT,
  48217: DIRECTIONS,
  48218: NEWEST_FIRST,
  48219: FLAGS,
  48220: EMPTY,
};
