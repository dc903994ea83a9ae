import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/candidate.ts';
import type { FrameReport } from '../domain/tab-state.ts';
import { addReport, listShown, mergeReports } from './merge-reports.ts';

const field: Candidate = { id: '1', kind: 'field', label: 'Conversation ID', excerpt: '' };
const link: Candidate = { id: '2', kind: 'link', label: 'ticketId', excerpt: '' };
const refused: Candidate = { id: '3', kind: 'url', label: '', excerpt: '', refusal: 'own-id' };

function report(frame: number, more: Partial<FrameReport> = {}): FrameReport {
  return { frame, site: 'https://desk.example', settled: true, candidates: [], ...more };
}

describe('addReport', () => {
  it('replaces what the same frame said before', () => {
    const reports = addReport([report(0, { ticket: 'a' }), report(3, { candidates: [field] })], report(3, { candidates: [link] }));
    expect(reports).toEqual([report(0, { ticket: 'a' }), report(3, { candidates: [link] })]);
  });

  it('forgets frames that were silent while many others spoke, never the top', () => {
    const frames = Array.from({ length: 60 }, (_, index) => report(index + 1));
    const kept = frames.reduce(addReport, [report(0, { ticket: 'a' })] as readonly FrameReport[]);
    expect(kept.map(({ frame }) => frame)).toEqual([0, ...frames.slice(-50).map(({ frame }) => frame)]);
  });
});

describe('listShown', () => {
  const list = (...reports: readonly FrameReport[]) => listShown(reports).map(({ frame }) => frame);
  const inner = report(3, { name: 'mail', candidates: [field] });

  it('has the frames that the top names, whoever spoke first', () => {
    expect(list(inner, report(0, { frames: ['mail'] }))).toEqual([0, 3]);
  });

  it.each<[string, ...FrameReport[]]>([
    ['is named no more: gone, hidden, or of the ticket before', report(0, { ticket: 'b' }), inner],
    ['shows something else by now', report(0, { frames: ['mail'] }), { ...inner, name: 'next' }],
    ['has no name', report(0, { frames: ['mail'] }), report(3, { candidates: [field] })],
    ['stands in a page that has not spoken', report(5, { frames: ['mail'] }), inner],
    ['is drawn in a frame that is not', report(0, { frames: [] }), report(5, { name: 'outer', frames: ['mail'] }), inner],
  ])('lacks a frame that %s', (_, ...reports) => {
    expect(list(...reports)).not.toContain(3);
  });

  it('has a frame in a frame, where each is drawn in the one around it', () => {
    expect(list(inner, report(5, { name: 'outer', frames: ['mail'] }), report(0, { frames: ['outer'] }))).toEqual([0, 5, 3]);
  });
});

describe('mergeReports', () => {
  it('puts the best evidence of any frame first, refused ones last', () => {
    const merged = mergeReports([report(0, { ticket: 'a', candidates: [refused, field] }), report(3, { candidates: [link] })]);
    expect(merged).toEqual({ ticket: 'a', settled: true, candidates: [link, field, refused] });
  });

  it('has no ticket and is not settled before the top frame has spoken', () => {
    expect(mergeReports([report(3, { candidates: [field] })])).toEqual({ settled: false, candidates: [field] });
  });
});
