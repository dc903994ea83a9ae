import type { ProviderId } from '../domain/ref.ts';

/** One helpdesk: how its pages name the open ticket, and where on them it stands. A plain value, one file each. */
export interface Helpdesk {
  /** Short, stable, of letters and dashes: `request-tracker`. */
  readonly id: string;
  /** The product's name, as people write it. */
  readonly name: string;
  /** Whether this page belongs to the product: by host, or by path and a fingerprint in the document. */
  recognises(url: URL, document?: Document): boolean;
  /** Identity of the open ticket. Undefined: the address shows no single ticket. */
  ticketKey(url: URL, document?: Document): string | undefined;
  /**
   * The open ticket's containers, where a page shows more than the open ticket. Absent, or nothing found: the visible main area
   * is read. A scope that is too narrow loses fields; narrow it only where other tickets are mounted beside the open one.
   */
  scope?(document: Document): readonly Element[];
  /** Containers that carry the ticket's own key: where there are any, nothing else is read, and nothing in them is left over. */
  keyedScope?(document: Document, ticketKey: string): readonly Element[];
  /** Selectors of what is no part of the ticket: lists, previews, other tickets. */
  readonly exclude?: string;
  /** Selectors of the ticket number as the page shows it, where it differs from the one in the address. */
  readonly shownNumber?: string;
  /** The attribute that carries a field's technical name, on the element that shows its value: it is the same in every language. */
  readonly fieldName?: string;
  /** The product calls its own tickets conversations: a bare "Conversation #12" is its own. */
  readonly isOwnWord?: boolean;
  /** The page's address is the answer: the helpdesk is the chat system's own inbox. */
  readonly ownProvider?: ProviderId;
}
