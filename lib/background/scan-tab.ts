import type { Candidate } from '../domain/candidate.ts';
import type { Ref } from '../domain/ref.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { FrameReport } from '../domain/tab-state.ts';
import { type FrameAnswer, scanOnce } from '../platform/content-script.ts';
import { mergeReports } from './merge-reports.ts';
import { listConfigured } from './provider-directory.ts';
import { resolveRefs } from './resolve-refs.ts';
import { detection } from './schemas.ts';

function parse({ frame, answer }: FrameAnswer): readonly FrameReport[] {
  const parsed = detection.safeParse(answer);
  return parsed.success ? [{ frame, site: '', settled: true, candidates: parsed.data.candidates as readonly Candidate[] }] : [];
}

/**
 * One look at the page in a tab, after the agent's click. Its answer is parsed like any content script's, and goes to the asking
 * view alone: nothing of it is kept.
 */
export async function scanTab(tab: number): Promise<Result<readonly Ref[], { readonly kind: 'unreadable' }>> {
  const reports = (await scanOnce(tab))?.flatMap(parse) ?? [];
  if (!reports.some(({ frame }) => frame === 0)) return fail({ kind: 'unreadable' });
  return succeed(resolveRefs(mergeReports(reports).candidates, { configured: await listConfigured() }).refs);
}
