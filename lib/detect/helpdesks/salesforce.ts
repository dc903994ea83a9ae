import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** The console keeps the panels of all its tabs; each tab names its own. */
function findPanels(document: Document): readonly Element[] {
  const tabs = document.querySelectorAll(
    'li.slds-is-active[role="presentation"] a[role="tab"],a[role="tab"][aria-selected="true"]',
  );
  const panels = [...tabs].flatMap((tab) => document.getElementById(tab.getAttribute('aria-controls') ?? '') ?? []);
  return panels.length > 0 ? panels : [...document.querySelectorAll('.windowViewMode-normal')];
}

/** Salesforce Lightning and Service Console. Anchors last known good 2026-11. */
export const salesforce: Helpdesk = {
  id: 'salesforce',
  name: 'Salesforce',
  recognises: onHosts('lightning.force.com', 'my.salesforce.com'),
  ticketKey: keyIn(/\/lightning\/r\/Case\/([A-Za-z0-9]{15,18})/, /\/lightning\/r\/(500\w{12,15})/, /^\/(500\w{12,15})/),
  scope: findPanels,
  exclude: '[data-component-id*="relatedList"],.forceRelatedListPreview,[role="tablist"]',
  fieldName: 'data-target-selection-name',
};
