import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { requestTracker } from './helpdesks/request-tracker.ts';
import { socialboardsInbox } from './helpdesks/socialboards-inbox.ts';
import { zendesk } from './helpdesks/zendesk.ts';

/** Every helpdesk, asked in this order; the last one takes any page. */
export const HELPDESKS: readonly Helpdesk[] = [socialboardsInbox, zendesk, requestTracker, generic];

/** The helpdesk that a page belongs to. Without a document, self-hosted products are told by their paths alone. */
export function selectHelpdesk(url: URL, document?: Document): Helpdesk {
  return HELPDESKS.find((helpdesk) => helpdesk.recognises(url, document)) ?? generic;
}
