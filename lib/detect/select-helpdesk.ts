import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';

/** The first of `helpdesks` that a page belongs to. Without a document, self-hosted products are told by their paths alone. */
export function selectHelpdesk(helpdesks: readonly Helpdesk[], url: URL, document?: Document): Helpdesk {
  return helpdesks.find((helpdesk) => helpdesk.recognises(url, document)) ?? generic;
}
