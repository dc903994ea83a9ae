import { describe, expect, it } from 'vitest';
import { findHosted } from './hosted.ts';

describe('findHosted', () => {
  it.each([
    ['acme.zendesk.com', 'zendesk'],
    ['app.eu.intercom.com', 'intercom'],
    ['desk.zoho.com.au', 'zoho-desk'],
    ['app.helpscout.com', 'help-scout'],
    ['acme.lightning.force.com', 'salesforce'],
    ['acme.my.salesforce.com', 'salesforce'],
    ['my.livechatinc.com', 'helpdesk-livechat'],
    ['ladesk.com', 'liveagent'],
  ])('%s is the host of %s', (host, id) => expect(findHosted(host)).toBe(id));

  it.each(['desk.example', 'notzendesk.com', 'zendesk.com.example', 'acme.atlassian.net', 'acme.odoo.com', '127.0.0.1'])(
    '%s may hold any product',
    (host) => expect(findHosted(host)).toBeUndefined(),
  );
});
