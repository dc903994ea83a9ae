import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

const RECORD =
  '[role="tabpanel"],main,[role="main"],[class*="record-home" i],[class*="recordhome" i],one-record-home-flexipage2,flexipage-record-home-template-desktop2,.windowViewMode-normal';

/** The console keeps the panels of all its tabs; each tab names its own. */
function findPanels(document: Document): readonly Element[] {
  const tabs = document.querySelectorAll(
    'li.slds-is-active[role="presentation"] a[role="tab"],a[role="tab"][aria-selected="true"]',
  );
  // A record has tabs of its own ("Feed", "Details"): what they show is a part of it.
  const outer = [...tabs].filter((tab) => !tab.closest(RECORD));
  const panels = outer.flatMap((tab) => document.getElementById(tab.getAttribute('aria-controls') ?? '') ?? []);
  return panels.length > 0 ? panels : [...document.querySelectorAll('.windowViewMode-normal')];
}

/** Salesforce Lightning and Service Console. Anchors last known good 2026-11. */
export const salesforce: Helpdesk = {
  id: 'salesforce',
  name: 'Salesforce',
  recognises: onHosts('lightning.force.com', 'my.salesforce.com'),
  ticketKey: keyIn(
    /\/lightning\/r\/(?:Case|MessagingSession|LiveChatTranscript)\/([A-Za-z0-9]{15,18})/,
    /\/lightning\/r\/(500\w{12,15})/,
    /^\/(500\w{12,15})/,
  ),
  scope: findPanels,
  exclude: '[data-component-id*="relatedList"],.forceRelatedListPreview,[role="tablist"]',
  fieldName: 'data-target-selection-name',
};
