import { generic } from './helpdesks/generic.ts';
import { HELPDESKS } from './registry.ts';
import { selectHelpdesk } from './select-helpdesk.ts';

/** Whether an address is one of a known helpdesk; self-hosted ones are told by their paths. */
export function isHelpdesk(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && selectHelpdesk(HELPDESKS, url).id !== generic.id;
}
