import { browser } from 'wxt/browser';
import type { AnswerShape } from '../domain/answer-shape.ts';
import type { Candidate, Detection } from '../domain/candidate.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DraftProblem, ProviderDraft } from '../domain/provider-settings.ts';
import type { ProviderId, Ref } from '../domain/ref.ts';
import type { Barrier, Failure, Result, UnreadableKeys } from '../domain/result.ts';
import type { SidebarState } from '../domain/site.ts';
import type { LookUpBy } from '../domain/standing.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';

/** The answer to a look-up. */
export type Opened = Result<Conversation, Failure | Barrier>;

/** The answer to a request for the rest: `read` messages so far; without `conversation` there are more to come. */
export type RestAnswer = Result<{ readonly read: number; readonly conversation?: Conversation }, Failure | Barrier>;

/** The answer to a refresh. Without `conversation`: what the view holds is still right. `fetchedAt`: ms since the epoch. */
export type Refreshed = Result<
  {
    readonly fetchedAt: number;
    readonly conversation?: Conversation;
    /** Nothing of it can be kept, so that to ask for what is new would be to read all of it. */
    readonly isTooLarge?: true;
  },
  Failure | Barrier
>;

/** Why a passphrase opened nothing. `refused`: wrong, or the keys are damaged; no attempt counts before `retryAt`, ms since the epoch. */
export type UnlockRefusal = { readonly kind: 'refused'; readonly retryAt?: number } | UnreadableKeys;

/** Why no rule was kept. */
export interface TeachRefusal {
  readonly kind: 'site-off' | 'cancelled' | 'page-gone' | 'no-id' | 'nothing-derived' | 'finds-several' | 'too-many';
}

/** Why an id is still taken. */
export interface RefuseRefusal {
  readonly kind: 'page-gone' | 'nothing-derived' | 'finds-several' | 'too-many';
}

/** What a rule finds, or refuses, on the pages of its site that are open now. `ids`: those of each page that has any. */
export interface RuleTrial {
  readonly pages: number;
  readonly ids: readonly (readonly string[])[];
}

/** Why a file was not taken in. `where`: the first fault in it. */
export type ImportRefusal =
  | { readonly kind: 'not-json' | 'other-version' }
  | { readonly kind: 'wrong-shape'; readonly where: string }
  | { readonly kind: 'too-many'; readonly all: number; readonly site: number };

/** Why keys are out of reach. */
export type KeyBarrier = Extract<Barrier, { kind: 'locked' }> | UnreadableKeys;

/** Why a passphrase was not set. */
export type PassphraseRefusal = KeyBarrier | { readonly kind: 'too-short' };

/** Why settings were not stored. `not-stored`: the browser's storage is full or failing. */
export type SaveRefusal =
  | KeyBarrier
  | { readonly kind: 'not-stored' }
  | { readonly kind: 'draft'; readonly problems: readonly DraftProblem[] };

/** What a connection test saw. `messages`: how many the conversation has; `shape`: how a history came that no page describes. */
export interface TestReport {
  readonly messages: number;
  readonly shape?: AnswerShape;
}

export type TestOutcome = Result<TestReport, Failure | Barrier | SaveRefusal>;

/**
 * Every message that may be sent to the background, by who may send it.
 * Who is really speaking is decided by the background from what the browser stamps on the sender.
 */
export interface Protocol {
  /**
   * Content script: what the page shows now; `name`: what a frame calls that, or the page its document, `frames`: the names of the frames that are drawn in it.
   * Answered with the site's own sidebar state and taught rules, nothing else; `null`: the page is in a part of its origin that is not
   * enabled.
   */
  seen: {
    input: Detection & { readonly settled: boolean; readonly name?: string; readonly frames?: readonly string[] };
    output: { readonly sidebar: SidebarState; readonly rules: readonly TaughtRule[] } | null;
  };
  /** Content script: the agent moved, opened, closed or switched off the in-page sidebar. */
  sidebar: { input: SidebarState; output: null };
  /** In-page frame: which tab am I in, if I may draw at all? Refused: `undefined`. */
  'frame-tab': { input: null; output: { readonly tab: number } };
  /** In-page frame: opens the settings, which Firefox lets no frame of a web page do by itself. */
  'open-settings': { input: null; output: null };
  /**
   * Views: look a conversation up. `by: 'hand'` asks the provider; `by: 'page'` is answered with what was read before, to be
   * refreshed by its `fetchedAt`, and waits after failures. `question` is the view's own name for what it asks: the same one
   * asked again, because no answer came, makes no second request.
   */
  open: { input: { readonly ref: Ref; readonly by: LookUpBy; readonly question?: string }; output: Opened };
  /** Views: the whole of a conversation whose first answer, of `heldAt` (its `fetchedAt`), was not complete. Where that takes long, ask again. */
  rest: { input: { readonly ref: Ref; readonly heldAt: number; readonly question?: string }; output: RestAnswer };
  /** Views: what is new since `heldAt`, the `fetchedAt` of what is shown. The provider is asked where the last answer is older than `maxAge` ms. */
  refresh: {
    input: { readonly ref: Ref; readonly heldAt: number; readonly maxAge: number; readonly question?: string };
    output: Refreshed;
  };
  /** Views: the answer to this question is of no use any more. */
  leave: { input: { readonly question: string }; output: null };
  /** Options. */
  'save-provider': { input: ProviderDraft; output: Result<null, SaveRefusal> };
  /** Options: tests what the boxes hold; an empty secret box means the stored one. */
  'test-provider': { input: { readonly draft: ProviderDraft; readonly id: string }; output: TestOutcome };
  /** Options. */
  'remove-provider': { input: { readonly provider: ProviderId }; output: Result<null, KeyBarrier> };
  /** Own views, never the in-page frame: opens the keys until the deadline. */
  unlock: { input: { readonly passphrase: string }; output: Result<null, UnlockRefusal> };
  /** Own views: locks now. `no-passphrase`: there is nothing to lock with. */
  lock: { input: null; output: Result<null, { readonly kind: 'no-passphrase' }> };
  /** Own views: locks where the time has run out; `isActive`, after the agent's own doing in the view, starts it anew. */
  'check-lock': { input: { readonly isActive: boolean }; output: null };
  /** Options: encrypts the keys, under the first passphrase or another one. */
  'set-passphrase': { input: { readonly passphrase: string }; output: Result<null, PassphraseRefusal> };
  /** Options: keeps the keys unencrypted again. */
  'remove-passphrase': { input: null; output: Result<null, KeyBarrier> };
  /** Options. */
  'set-lock-after': { input: { readonly minutes: number }; output: Result<null, KeyBarrier> };
  /** Options: removes all keys, where the passphrase was forgotten. */
  'forget-keys': { input: null; output: null };
  /**
   * Popup, options, side panel: sent while the browser asks, so that a popup closed by the prompt loses nothing. `null`: the agent has
   * declined, or the browser asks for something else.
   */
  'site-wanted': { input: { readonly origin: string | null; readonly path?: string | undefined }; output: null };
  /** Popup, options, side panel: the browser has granted the origin. `path`: only a part of it is meant, as `/rt/`. */
  'enable-site': { input: { readonly origin: string; readonly path?: string | undefined }; output: null };
  'disable-site': { input: { readonly origin: string; readonly path?: string | undefined }; output: null };
  /** Popup: one look at the page in a tab, where Backscroll is not enabled. Answered with what can be looked up, best first. */
  'scan-page': { input: { readonly tab: number }; output: Result<readonly Ref[], { readonly kind: 'unreadable' }> };
  /**
   * Side panel, popup: ids on this tab's site belong to this chat system, where the page does not say. `isChosen`: by the agent's own
   * choice, which outranks what look-ups showed.
   */
  'prefer-provider': {
    input: { readonly tab: number; readonly provider: ProviderId; readonly isChosen: boolean };
    output: null;
  };
  /** Options: asks every chat system again for this site's ids. */
  'forget-provider': { input: { readonly origin: string }; output: null };
  /**
   * Side panel, popup: the agent clicks the id in this tab once, `instead` of one that was shown. Answered when a rule was kept, or
   * why none was.
   */
  'teach-rule': { input: { readonly tab: number; readonly instead?: Candidate }; output: Result<TaughtRule, TeachRefusal> };
  /** Side panel: this candidate of the tab is not the id, nor is what stands there on other tickets. Answered with the rules that say so. */
  'refuse-id': {
    input: { readonly tab: number; readonly candidate: Candidate };
    output: Result<readonly TaughtRule[], RefuseRefusal>;
  };
  'cancel-teaching': { input: { readonly tab: number }; output: null };
  /** Options: puts a rule in another's place; `null` deletes it. False: there is such a rule already. */
  'replace-rule': { input: { readonly rule: TaughtRule; readonly by: TaughtRule | null }; output: boolean };
  /** Options: what a rule finds on the open pages of its site. */
  'try-rule': { input: { readonly rule: TaughtRule }; output: RuleTrial };
  /** Options: takes in an exported file, all of it or nothing. */
  'import-rules': { input: { readonly text: string }; output: Result<{ readonly count: number }, ImportRefusal> };
  /** Popup: show the in-page sidebar on this site again. */
  'show-sidebar': { input: { readonly origin: string }; output: null };
}

/** The one message to content scripts: the site at this origin is no longer enabled, or no longer granted. */
export interface Stop {
  readonly stop: string;
  /** The tab is the site's own. */
  readonly isOwn: boolean;
}

export type MessageType = keyof Protocol;

export type Envelope<T extends MessageType = MessageType> = {
  [K in T]: { readonly type: K; readonly input: Protocol[K]['input'] };
}[T];

/** Nobody heard it: Firefox was just ending its background. Said again, it wakes the next one. */
const UNHEARD = /Receiving end does not exist/;
const AGAIN_MS = 100;

/**
 * Sends a command to the background and waits for its answer. What nobody heard is said once more.
 * Resolves to `undefined` where the background refuses the sender; rejects when the extension was updated under this page.
 */
export async function send<T extends MessageType>(
  type: T,
  input: Protocol[T]['input'],
): Promise<Protocol[T]['output'] | undefined> {
  const envelope = { type, input };
  const say = () => browser.runtime.sendMessage(envelope) as Promise<Protocol[T]['output'] | undefined>;
  return say().catch(async (error: unknown) => {
    if (!UNHEARD.test(String(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return say();
  });
}

/**
 * Sends a command that may be carried out twice: where the background died over it, the next one is told. Never rejects;
 * `undefined` where the background refuses the sender, or was lost both times.
 */
export async function tell<T extends MessageType>(
  type: T,
  input: Protocol[T]['input'],
): Promise<Protocol[T]['output'] | undefined> {
  return send(type, input)
    .catch(() => send(type, input))
    .catch(() => undefined);
}

/**
 * Calls back when the background ends the content scripts of this frame's site; a sandboxed frame's is its tab's. Listens as long as
 * the page lives: a listener cannot be taken back once the extension is gone.
 */
export function onStop(stop: () => void): void {
  browser.runtime.onMessage.addListener((message: Partial<Stop> | undefined) => {
    if (message?.stop === self.origin || (message?.isOwn && self.origin === 'null')) stop();
  });
}
