import type { Helpdesk } from './helpdesk.ts';
import { chatwoot } from './helpdesks/chatwoot.ts';
import { crisp } from './helpdesks/crisp.ts';
import { dixa } from './helpdesks/dixa.ts';
import { freshdesk } from './helpdesks/freshdesk.ts';
import { freshservice } from './helpdesks/freshservice.ts';
import { front } from './helpdesks/front.ts';
import { generic } from './helpdesks/generic.ts';
import { glpi } from './helpdesks/glpi.ts';
import { gorgias } from './helpdesks/gorgias.ts';
import { helpScout } from './helpdesks/help-scout.ts';
import { helpdeskLivechat } from './helpdesks/helpdesk-livechat.ts';
import { hubspot } from './helpdesks/hubspot.ts';
import { intercom } from './helpdesks/intercom.ts';
import { jira } from './helpdesks/jira.ts';
import { kayako } from './helpdesks/kayako.ts';
import { kustomer } from './helpdesks/kustomer.ts';
import { liveagent } from './helpdesks/liveagent.ts';
import { missive } from './helpdesks/missive.ts';
import { odoo } from './helpdesks/odoo.ts';
import { reamaze } from './helpdesks/reamaze.ts';
import { requestTracker } from './helpdesks/request-tracker.ts';
import { salesforce } from './helpdesks/salesforce.ts';
import { servicenow } from './helpdesks/servicenow.ts';
import { socialboardsInbox } from './helpdesks/socialboards-inbox.ts';
import { zammad } from './helpdesks/zammad.ts';
import { zendesk } from './helpdesks/zendesk.ts';
import { znuny } from './helpdesks/znuny.ts';
import { zohoDesk } from './helpdesks/zoho-desk.ts';

/** Every helpdesk, asked in this order: known hosts, then self-hosted products; the last one takes any page. */
export const HELPDESKS: readonly Helpdesk[] = [
  socialboardsInbox,
  zendesk,
  freshdesk,
  freshservice,
  intercom,
  hubspot,
  helpScout,
  front,
  gorgias,
  zohoDesk,
  salesforce,
  jira,
  servicenow,
  kustomer,
  crisp,
  helpdeskLivechat,
  reamaze,
  missive,
  kayako,
  odoo,
  requestTracker,
  zammad,
  chatwoot,
  znuny,
  glpi,
  liveagent,
  dixa,
  generic,
];

/** The helpdesk that a page belongs to. Without a document, self-hosted products are told by their paths alone. */
export function selectHelpdesk(url: URL, document?: Document): Helpdesk {
  return HELPDESKS.find((helpdesk) => helpdesk.recognises(url, document)) ?? generic;
}
