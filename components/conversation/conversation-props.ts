import type { Candidate } from '../../lib/domain/candidate.ts';
import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import type { Failure } from '../../lib/domain/result.ts';
import type { UnlockRefusal } from '../hooks/use-lock.ts';
import type { Teaching } from '../hooks/use-teaching.ts';

/** Where the view stands. The frame stands in a foreign page: it only reads. */
export type Surface = 'panel' | 'frame' | 'popup';

/** How the look-up of `selected` stands. */
export type LookUpState =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly conversation: Conversation;
      /** The rest of a long conversation is still being read. */
      readonly isFilling: boolean;
      /** Messages read so far while it is. */
      readonly read?: number;
      /** All of it is being read once more, as the agent has asked for. */
      readonly isReadAgain?: boolean;
      /** Why the rest could not be read. */
      readonly cut?: Failure;
      /** When the provider last said that this is all, ms since the epoch; absent: when it was read. */
      readonly checkedAt?: number;
      /** The last refresh failed: what is shown is as old as it is. */
      readonly trouble?: Failure;
      /** It is refreshed no more: too large to be kept. */
      readonly isTooLarge?: boolean;
    }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'locked' }
  | { readonly state: 'no-access'; readonly origins: readonly string[] };

/** What makes another sentence of a failure: both chat systems were asked; no chat system has been set up at all. */
export type Circumstance = 'asked-everywhere' | 'nothing-set-up';

/** Why nothing is looked up. */
export type IdleReason =
  /** The page has not gone quiet yet. */
  | 'scanning'
  | 'no-ticket'
  /** A ticket without an id that could be taken. */
  | 'no-id'
  /** Backscroll is not enabled on the page's site. */
  | 'site-off'
  /** It is, and the browser no longer grants it. */
  | 'access-lost'
  /** No chat system has been set up at all. */
  | 'not-set-up'
  /** Popup: nothing was asked for yet. */
  | 'by-hand';

export interface ConversationViewProps {
  readonly surface: Surface;
  readonly lookUp: LookUpState;
  /** Said while `lookUp` is idle. */
  readonly idle: IdleReason;
  /** What is looked up. */
  readonly selected?: Ref | undefined;
  /** Of the failure in `lookUp`. */
  readonly circumstance?: Circumstance | undefined;
  /** The open ticket's identity. */
  readonly ticket?: string | undefined;
  /** Tab that the view follows. */
  readonly tab?: number | undefined;
  /** All conversations of the ticket, best first; tabs are drawn for two or more. */
  readonly refs?: readonly Ref[];
  /** For "Why this id?". */
  readonly candidates?: readonly Candidate[];
  readonly onSelect?: (ref: Ref) => void;
  readonly onRetry?: () => void;
  /** Reads what is on show once more, and leaves it in its place meanwhile. */
  readonly onReadAgain?: () => void;
  /** Resolves to why it stays locked, else to undefined. */
  readonly onUnlock?: (passphrase: string) => Promise<UnlockRefusal | undefined>;
  readonly onOpenSettings?: () => void;
  /** Called in the click's own task. */
  readonly onGrantAccess?: (origins: readonly string[]) => void;
  /** Called in the click's own task; offered where idle says `site-off`. */
  readonly onEnableSite?: () => void;
  /** Everyone on the network can read what the site shows: said before it is enabled. */
  readonly isUnencrypted?: boolean;
  /** Present where the agent may show on the page where the id stands. */
  readonly teaching?: Teaching | undefined;
  /** Opens the look-up by hand. */
  readonly onLookUp?: (() => void) | undefined;
  /** Popup: puts the cursor into the id box. */
  readonly onEditId?: () => void;
}
