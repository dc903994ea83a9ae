import type { Helpdesk } from './helpdesk.ts';
import { chatwoot } from './helpdesks/chatwoot.ts';
import { glpi } from './helpdesks/glpi.ts';
import { jira } from './helpdesks/jira.ts';
import { odoo } from './helpdesks/odoo.ts';
import { requestTracker } from './helpdesks/request-tracker.ts';
import { zammad } from './helpdesks/zammad.ts';
import { znuny } from './helpdesks/znuny.ts';

/** Products that run on a company's own host: told by their addresses and a mark in their pages. */
export const SELF_HOSTED_HELPDESKS: readonly Helpdesk[] = [jira, odoo, requestTracker, zammad, chatwoot, znuny, glpi];
