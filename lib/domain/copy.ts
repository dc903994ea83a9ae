/** What is known of a kept conversation without reading it. */
export interface CopyEntry {
  /** `<provider>:<id>`. */
  readonly name: string;
  /** What it takes of the browser's session storage; 0: too large to be kept. */
  readonly bytes: number;
  /** Messages in the whole of it. */
  readonly messages: number;
  /** When the provider last said that it is still right, ms since the epoch. */
  readonly fetchedAt: number;
  /** When it last became another, ms since the epoch. */
  readonly changedAt: number;
}
