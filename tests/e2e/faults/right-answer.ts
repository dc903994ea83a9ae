import type { Emulation } from '../../../demo/emulator/server.ts';
import type { SocialBoardsConversation } from '../../../demo/emulator/socialboards-types.ts';
import { tellDocumentedSample } from '../../../demo/emulator/stories/documented-sample.ts';
import type { ProviderId } from '../../../lib/domain/ref.ts';

function tellMaax(id: string): object {
  return { conversation_id: Number(id), messages: [{ id: 1, role: 'user', content: `Hello, this is ${id}` }] };
}

function tellSocialBoards(id: string): SocialBoardsConversation {
  return { ...tellDocumentedSample(), id: Number(id) };
}

/** The body of a provider's right answer to a look-up of `id`. */
export function rightAnswer(provider: ProviderId, id: string): object {
  return provider === 'maax' ? tellMaax(id) : { data: tellSocialBoards(id), errorCode: -1, errorText: null };
}

/** From now on the emulator knows this conversation. */
export function addConversation({ state }: Emulation, provider: ProviderId, id: string): void {
  if (provider === 'maax') state.maax.set(id, tellMaax(id));
  else state.socialBoards.set(id, tellSocialBoards(id));
}
