import type { Helpdesk } from './helpdesk.ts';
import { crisp } from './helpdesks/crisp.ts';
import { dixa } from './helpdesks/dixa.ts';
import { freshdesk } from './helpdesks/freshdesk.ts';
import { freshservice } from './helpdesks/freshservice.ts';
import { front } from './helpdesks/front.ts';
import { gorgias } from './helpdesks/gorgias.ts';
import { helpScout } from './helpdesks/help-scout.ts';
import { helpdeskLivechat } from './helpdesks/helpdesk-livechat.ts';
import { hubspot } from './helpdesks/hubspot.ts';
import { intercom } from './helpdesks/intercom.ts';
import { kayako } from './helpdesks/kayako.ts';
import { kustomer } from './helpdesks/kustomer.ts';
import { liveagent } from './helpdesks/liveagent.ts';
import { missive } from './helpdesks/missive.ts';
import { reamaze } from './helpdesks/reamaze.ts';
import { salesforce } from './helpdesks/salesforce.ts';
import { servicenow } from './helpdesks/servicenow.ts';
import { socialboardsInbox } from './helpdesks/socialboards-inbox.ts';
import { zendesk } from './helpdesks/zendesk.ts';
import { zohoDesk } from './helpdesks/zoho-desk.ts';

/** Products that run on their maker's hosts, and on no other. */
export const HOSTED_HELPDESKS: readonly Helpdesk[] = [
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
  servicenow,
  kustomer,
  crisp,
  helpdeskLivechat,
  reamaze,
  missive,
  kayako,
  liveagent,
  dixa,
];
