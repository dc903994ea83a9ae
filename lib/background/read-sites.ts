import type { Site } from '../domain/site.ts';
import { readStored } from './read-stored.ts';

/** The sites that the agent has enabled. */
export async function readSites(): Promise<readonly Site[]> {
  return ((await readStored('sites')) ?? []) as readonly Site[];
}
