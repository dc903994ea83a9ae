import { type Candidate, EVIDENCE_KINDS } from '../domain/candidate.ts';
import type { FrameReport } from '../domain/tab-state.ts';

const TOP_FRAME = 0;
/** More candidates than this are noise, and session storage is small. */
const MAX_CANDIDATES = 50;
/** More frames than these are no helpdesk's. */
const MAX_FRAMES = 50;

/** What the page itself said, not a frame in it. */
export function findTop(reports: readonly FrameReport[]): FrameReport | undefined {
  return reports.find(({ frame }) => frame === TOP_FRAME);
}

/**
 * Adds a frame's report to what the tab's frames said before. Those of frames that are gone stay until many have spoken after
 * them: they count for nothing.
 */
export function addReport(reports: readonly FrameReport[], report: FrameReport): readonly FrameReport[] {
  const others = reports.filter(({ frame }) => frame !== report.frame);
  if (report.frame === TOP_FRAME) return [report, ...others];
  const top = others.filter(({ frame }) => frame === TOP_FRAME);
  return [...top, ...others.filter((other) => !top.includes(other)).slice(1 - MAX_FRAMES), report];
}

/**
 * The top frame's report, and those of the frames that are drawn in it now: each says which are in itself, by names that change with
 * what a frame shows. What nobody names may be gone, hidden, or another ticket's.
 */
export function listShown(reports: readonly FrameReport[]): readonly FrameReport[] {
  const shown = new Set(reports.filter(({ frame }) => frame === TOP_FRAME));
  for (const { frames = [] } of shown) {
    for (const report of reports) if (report.name !== undefined && frames.includes(report.name)) shown.add(report);
  }
  return [...shown];
}

function rank(candidate: Candidate): number {
  return EVIDENCE_KINDS.indexOf(candidate.kind) + (candidate.refusal === undefined ? 0 : EVIDENCE_KINDS.length);
}

export interface MergedReports {
  readonly ticket?: string;
  readonly settled: boolean;
  readonly candidates: readonly Candidate[];
}

/** All of these as a whole: the top frame names the ticket, the best evidence of any frame comes first. */
export function mergeReports(reports: readonly FrameReport[]): MergedReports {
  const top = findTop(reports);
  const candidates = reports
    .flatMap((report) => report.candidates)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_CANDIDATES);
  return {
    ...(top?.ticket === undefined ? {} : { ticket: top.ticket }),
    settled: top?.settled ?? false,
    candidates,
  };
}
