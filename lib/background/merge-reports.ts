import { type Candidate, EVIDENCE_KINDS } from '../domain/candidate.ts';
import type { FrameReport } from '../domain/tab-state.ts';

const TOP_FRAME = 0;
/** More candidates than this are noise, and session storage is small. */
const MAX_CANDIDATES = 50;

/** What the page itself said, not a frame in it. */
export function findTop(reports: readonly FrameReport[]): FrameReport | undefined {
  return reports.find(({ frame }) => frame === TOP_FRAME);
}

/**
 * Adds a frame's report to what the tab's frames said before.
 * A new ticket or document in the top frame drops everything: it was said of another customer.
 */
export function addReport(reports: readonly FrameReport[], report: FrameReport): readonly FrameReport[] {
  if (report.frame !== TOP_FRAME) return [...reports.filter(({ frame }) => frame !== report.frame), report];
  const before = findTop(reports);
  const isSameTicket = before !== undefined && before.ticket === report.ticket && before.document === report.document;
  return isSameTicket ? [report, ...reports.filter(({ frame }) => frame !== TOP_FRAME)] : [report];
}

function rank(candidate: Candidate): number {
  return EVIDENCE_KINDS.indexOf(candidate.kind) + (candidate.refusal === undefined ? 0 : EVIDENCE_KINDS.length);
}

export interface MergedReports {
  readonly ticket?: string;
  readonly settled: boolean;
  readonly candidates: readonly Candidate[];
}

/** The tab as a whole: the top frame names the ticket, the best evidence of any frame comes first. */
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
