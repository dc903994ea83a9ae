import { keyIn } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

const KEYED = /(?:browse|custom\/\d+|queues\/issue|portal\/\d+|selectedIssue=|issues)\/?[A-Z][A-Z0-9_]*-\d+/;
const MARK = 'meta[name="application-name"][content="JIRA"],meta[name="ajs-context-path"]';

/** Jira Service Management, Cloud and Data Center. Attributes were renamed once, so both spellings; last known good 2026-11. */
export const jira: Helpdesk = {
  id: 'jira',
  name: 'Jira Service Management',
  recognises: (url, document) =>
    url.hostname.endsWith('.atlassian.net') ||
    (document ? document.head?.querySelector(MARK) != null : KEYED.test(url.pathname + url.search)),
  ticketKey: keyIn(
    /[?&]selectedIssue=([A-Z][A-Z0-9_]*-\d+)/,
    /\/(?:browse|queues\/(?:custom\/\d+|issue)|issues|portal\/\d+)\/([A-Z][A-Z0-9_]*-\d+)/,
  ),
  // The issue may be the page, a side panel or a dialog; the one in front is what is open.
  scope: (document) => {
    const inDialog = document.querySelectorAll(
      '[role="dialog"] [data-testid*="issue.views"],[role="dialog"] [data-test-id*="issue.views"]',
    );
    const dialogs = [...inDialog].flatMap((part) => part.closest('[role="dialog"]') ?? []);
    return dialogs.length > 0
      ? dialogs
      : [...document.querySelectorAll(':is([data-testid*="compact-layout"],[data-test-id*="compact-layout"])')];
  },
  exclude: '[data-testid*="linked-issues"],[data-testid*="child-issues"],#linkingmodule,[data-testid*="board.content"]',
};
