import type { EmulatedRequest } from './http.ts';

/** Requests a rule is for. An absent member fits all. */
export interface RuleMatch {
  readonly method?: string;
  /** A part of path and query. */
  readonly path?: string;
}

/** What is answered instead. With `delayMs` alone, the right answer comes late. */
export interface RuleResponse {
  readonly status?: number;
  /** An empty value leaves a header out that would be sent otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  /** How a body's text becomes bytes. Default: UTF-8; `latin1` makes bytes that are no UTF-8. */
  readonly encoding?: 'utf8' | 'utf16le' | 'latin1';
  /** Sends so many bytes of filler instead of a body. */
  readonly bodySize?: number;
  /** Compresses the body and says so. */
  readonly gzip?: boolean;
  /** Waits before anything is sent. */
  readonly delayMs?: number;
  /** Sends the body byte by byte with this pause. */
  readonly dripMs?: number;
  /** Never ends: without a status nothing is sent, with one headers and body are. */
  readonly hang?: boolean;
  /** Cuts the connection: without a status at once, with one after headers and body, of which more was announced. */
  readonly reset?: boolean;
}

export interface Rule {
  readonly match: RuleMatch;
  readonly respond: RuleResponse;
  /** How many requests it is for; absent: all until the rules are cleared. */
  readonly times?: number;
}

interface CountedRule {
  readonly rule: Rule;
  left: number;
}

/** Rules that stand before the APIs; of those that match a request the first is used. */
export interface RuleList {
  readonly add: (rule: Rule) => void;
  /** Ends a rule before its time. */
  readonly remove: (rule: Rule) => void;
  readonly clear: () => void;
  readonly list: () => readonly Rule[];
  /** The response for a request, counted as used. */
  readonly take: (request: EmulatedRequest) => RuleResponse | undefined;
}

export function createRules(): RuleList {
  let rules: CountedRule[] = [];
  return {
    add(rule) {
      rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
    },
    remove(rule) {
      rules = rules.filter((counted) => counted.rule !== rule);
    },
    clear() {
      rules = [];
    },
    list() {
      return rules.map(({ rule }) => rule);
    },
    take(request) {
      const found = rules.find(({ rule }) => isMatch(rule.match, request));
      if (found === undefined) {
        return undefined;
      }
      found.left -= 1;
      rules = rules.filter(({ left }) => left > 0);
      return found.rule.respond;
    },
  };
}

function isMatch({ method, path }: RuleMatch, request: EmulatedRequest): boolean {
  return (method === undefined || method === request.method) && (path === undefined || request.path.includes(path));
}

/** Whether a response stands in for the right answer, or only delays it. */
export function isReplacement(response: RuleResponse): boolean {
  return Object.keys(response).some((member) => member !== 'delayMs');
}
