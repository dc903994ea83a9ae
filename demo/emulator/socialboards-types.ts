/** The External Chat API's User. */
export interface SocialBoardsUser {
  readonly customIdentifier?: string | null;
  readonly email: string | null;
  readonly id: string;
  readonly image: string | null;
  readonly isBot: boolean;
  readonly name: string;
  readonly status: string;
}

export interface SocialBoardsMessage {
  readonly author: SocialBoardsUser;
  readonly creationTime: string;
  readonly id: number;
  readonly lastModifiedTime: string;
  readonly message: string;
}

/** The External Chat API's Conversation, with all its messages, oldest first. */
export interface SocialBoardsConversation {
  author: SocialBoardsUser;
  creationTime: string;
  feedback: { readonly isPositive: boolean; readonly text: string } | null;
  fields?: readonly { readonly key: number; readonly value: string }[];
  id: number;
  initialPageUrl?: string;
  isClosed: boolean;
  isTakeoverEnabled: boolean;
  lastModifiedTime: string;
  latestPageUrl?: string;
  messages: SocialBoardsMessage[];
  queuePositionInfo: { readonly position: number; readonly waitTime: number | null } | null;
  totalMessagesCount: number;
}
