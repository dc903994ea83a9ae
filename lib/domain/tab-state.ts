import type { Candidate } from './candidate.ts';
import type { Ref } from './ref.ts';

/** What one frame of a tab said last. `document`: the browser's name for the document, where it has one. */
export interface FrameReport {
  readonly frame: number;
  /** The enabled site that the page belongs to. */
  readonly site: string;
  readonly document?: string;
  readonly ticket?: string;
  readonly settled: boolean;
  readonly candidates: readonly Candidate[];
  /** The top's name for its document. What a frame calls what it shows: it counts only while the page around it says that this is drawn. */
  readonly name?: string;
  /** The names of the frames that are drawn in this one. */
  readonly frames?: readonly string[];
}

/** What a tab holds, as the background writes it to session storage and the views watch it. */
export interface TabState {
  /** Identity of the open ticket; absent: the page shows none. */
  readonly ticket?: string;
  /** The page has gone quiet: "no id" may be said. */
  readonly settled: boolean;
  /** What can be looked up, best first. */
  readonly refs: readonly Ref[];
  /** The same ids in the other chat system: asked only where the first does not know them. */
  readonly fallbacks: readonly Ref[];
  /** For "Why this id?". */
  readonly candidates: readonly Candidate[];
}

export const EMPTY_TAB: TabState = { settled: false, refs: [], fallbacks: [], candidates: [] };
