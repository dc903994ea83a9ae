import type { Emulator } from '../../../demo/emulator/server.ts';
import { PROVIDER_IDS, type ProviderId } from '../../../lib/domain/ref.ts';
import type { PageView } from '../open-pages.ts';
import { askByHand, type Outcome } from './ask-by-hand.ts';
import type { FaultRow } from './fault-rows.ts';
import { addConversation } from './right-answer.ts';

/** One row for one provider, as it was played. */
export interface Play {
  readonly row: FaultRow;
  readonly provider: ProviderId;
  readonly id: string;
  readonly outcome: Outcome;
  /** Requests of this look-up. */
  readonly requests: number;
  /** The same look-up once more, when the fault is over. */
  readonly next: Outcome;
}

export const NAMES: { readonly [id in ProviderId]: string } = { maax: 'MAAX AI', socialboards: 'SocialBoards' };

/** Path of a look-up. */
export function pathOf(provider: ProviderId, id: string): string {
  return provider === 'maax' ? `/api/v2/conversations/${id}/` : `/chat/conversations/${id}`;
}

export interface MatrixStage {
  /** Two servers: browsers open six connections to one, and the long rows keep theirs. */
  readonly emulators: { readonly [id in ProviderId]: Emulator };
  readonly elsewhere: string;
  readonly openPopup: () => Promise<PageView>;
}

/** Tabs in which the short rows of a provider follow one another; a long row has one of its own. */
const LANES = 2;

/** Plays rows for each provider they are for, side by side in one browser. By name: `<provider>: <row>`. */
export async function runMatrix(stage: MatrixStage, rows: readonly FaultRow[]): Promise<ReadonlyMap<string, Play>> {
  const lanes = PROVIDER_IDS.flatMap((provider) => planLanes(provider, rows));
  // All before the first look-up: a popup that opens later would begin with what the one before asked for.
  const views: PageView[] = [];
  for (const _ of lanes) views.push(await stage.openPopup());
  const plays = await Promise.all(lanes.map((lane, index) => playLane(stage, views[index] as PageView, lane)));
  return new Map(plays.flat().map((play) => [`${play.provider}: ${play.row.name}`, play]));
}

interface Lane {
  readonly provider: ProviderId;
  /** Shared with the provider's other lanes. */
  readonly queue: FaultRow[];
}

function planLanes(provider: ProviderId, rows: readonly FaultRow[]): readonly Lane[] {
  const wanted = rows.filter(({ only }) => only === undefined || only === provider);
  const short = wanted.filter(({ isLong }) => !isLong);
  const queues = [...wanted.filter(({ isLong }) => isLong).map((row) => [row]), ...Array.from({ length: LANES }, () => short)];
  return queues.map((queue) => ({ provider, queue }));
}

async function playLane(stage: MatrixStage, view: PageView, { provider, queue }: Lane): Promise<readonly Play[]> {
  const plays: Play[] = [];
  for (let row = queue.shift(); row !== undefined; row = queue.shift()) plays.push(await playRow(stage, view, provider, row));
  return plays;
}

let lastId = 900_000;

async function playRow(stage: MatrixStage, view: PageView, provider: ProviderId, row: FaultRow): Promise<Play> {
  const { elsewhere } = stage;
  const emulator = stage.emulators[provider];
  lastId += 1;
  const id = String(lastId);
  const path = pathOf(provider, id);
  addConversation(emulator, provider, id);
  const rule = { match: { path: `/${id}` }, respond: row.respond({ provider, id, path, elsewhere }) };
  emulator.rules.add(rule);
  const outcome = await askByHand(view, NAMES[provider], id);
  const requests = emulator.requests.filter((request) => request.path.split('?')[0] === path).length;
  emulator.rules.remove(rule);
  const next = await askByHand(view, NAMES[provider], id);
  return { row, provider, id, outcome, requests, next };
}
