import { LinkifyIt, type Match } from 'linkify-it';
import { type LinkTarget, readLink } from './read-link.ts';

/** A stretch of a message; `link` where it is an address. */
export interface Run {
  readonly text: string;
  readonly link?: LinkTarget;
}

/** Web and mail addresses are looked for this far into a message; beyond it is text. Keeps any message under a frame or two. */
const SEARCHED = 20_000;

/** Cheaper than the search itself; most messages hold nothing like an address. */
const MAY_HOLD_ADDRESS = /\S(?:[.@]|:\/\/)\S/;

/** Whether there may be an address in what is searched of a text. */
export function mayHoldAddress(text: string): boolean {
  return MAY_HOLD_ADDRESS.test(text.slice(0, SEARCHED));
}

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, maxLength: 2_000 }).add('ftp:', null).add('//', null);

/**
 * `example.com` without a scheme is an address when written small ("Thanks.No problem" is none), and is asked for over https.
 */
function readMatch(match: Match): LinkTarget | undefined {
  if (match.schema !== '') {
    return readLink(match.url);
  }
  const host = match.raw.split(/[/?#:]/, 1)[0] ?? '';
  return host === host.toLowerCase() ? readLink(match.url.replace(/^http:/, 'https:')) : undefined;
}

/** Splits a plain text into runs. Put together again they are the text, character for character. */
export function splitText(text: string): Run[] {
  const searched = text.slice(0, SEARCHED);
  const matches = mayHoldAddress(searched) ? (finder.match(searched) ?? []) : [];
  const runs: Run[] = [];
  let done = 0;
  for (const match of matches) {
    // An address that runs over the edge of what was searched would be cut.
    const link = match.lastIndex < SEARCHED ? readMatch(match) : undefined;
    if (!link) {
      continue;
    }
    if (match.index > done) {
      runs.push({ text: text.slice(done, match.index) });
    }
    runs.push({ text: text.slice(match.index, match.lastIndex), link });
    done = match.lastIndex;
  }
  if (done < text.length) {
    runs.push({ text: text.slice(done) });
  }
  return runs;
}
