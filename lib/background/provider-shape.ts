import type { AnswerShape } from '../domain/answer-shape.ts';
import type { ProviderId } from '../domain/ref.ts';
import { writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';
import { readStored } from './read-stored.ts';

const inTurn = createQueue();

function change(provider: ProviderId, shape: AnswerShape | undefined): Promise<void> {
  return inTurn(async () => {
    const { [provider]: known, ...others } = (await readStored('shapes')) ?? {};
    if (JSON.stringify(known) === JSON.stringify(shape)) return;
    await writeValue('local', 'shapes', shape === undefined ? others : { ...others, [provider]: shape });
  });
}

/** Keeps how a provider's histories come, so that the settings can say it. A storage that takes nothing costs no look-up. */
export function rememberShape(provider: ProviderId, shape: AnswerShape): Promise<void> {
  return change(provider, shape).catch(() => undefined);
}

/** Another account or address may answer in another shape. */
export function forgetShape(provider: ProviderId): Promise<void> {
  return change(provider, undefined).catch(() => undefined);
}
