import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { HOSTED_HELPDESKS } from './hosted-helpdesks.ts';
import { SELF_HOSTED_HELPDESKS } from './self-hosted-helpdesks.ts';

/** Every helpdesk, asked in this order: known hosts, then self-hosted products; the last one takes any page. */
export const HELPDESKS: readonly Helpdesk[] = [...HOSTED_HELPDESKS, ...SELF_HOSTED_HELPDESKS, generic];
