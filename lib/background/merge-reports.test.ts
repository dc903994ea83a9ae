import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/candidate.ts';
import type { FrameReport } from '../domain/tab-state.ts';
import { addReport, mergeReports } from './merge-reports.ts';

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

  it('keeps the other frames while the ticket stays', () => {
    const reports = addReport(
      [report(0, { ticket: 'a' }), report(3, { candidates: [field] })],
      report(0, { ticket: 'a', settled: false }),
    );
    expect(reports.map(({ frame }) => frame)).toEqual([0, 3]);
  });

  it.each([
    ['ticket', { ticket: 'b' }],
    ['document', { ticket: 'a', document: 'new' }],
  ])('drops every frame when the top frame shows another %s', (_, change) => {
    const reports = addReport([report(0, { ticket: 'a' }), report(3, { candidates: [field] })], report(0, change));
    expect(reports).toEqual([report(0, change)]);
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
