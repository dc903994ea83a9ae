import { type EmulatorState, findConversation } from './state.ts';

/** Lets a message arrive now, at the end of a SocialBoards conversation, from the last person with that status. */
export function appendMessage(state: EmulatorState, id: string, message: string, status = 'client'): void {
  const conversation = findConversation(state, id);
  if (conversation === undefined) {
    throw new Error(`No conversation ${id}`);
  }
  const { messages } = conversation;
  const creationTime = new Date().toISOString();
  const author = messages.findLast((said) => said.author.status === status && !said.author.isBot)?.author ?? conversation.author;
  const last = messages.at(-1)?.id ?? 0;
  messages.push({ author: { ...author, status }, creationTime, id: last + 1, lastModifiedTime: creationTime, message });
  conversation.lastModifiedTime = creationTime;
  conversation.totalMessagesCount = messages.length;
}
