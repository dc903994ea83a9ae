import { describe, expect, it } from 'vitest';
import { isHosted } from './hosted.ts';

describe('isHosted', () => {
  it.each(['acme.zendesk.com', 'app.eu.intercom.com', 'desk.zoho.com.au', 'app.helpscout.com', 'acme.lightning.force.com'])(
    '%s is a maker’s host',
    (host) => expect(isHosted(host)).toBe(true),
  );

  it.each(['desk.example', 'notzendesk.com', 'zendesk.com.example', 'acme.atlassian.net', 'acme.odoo.com', '127.0.0.1'])(
    '%s may hold any product',
    (host) => expect(isHosted(host)).toBe(false),
  );
});
