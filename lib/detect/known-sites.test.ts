import { describe, expect, it } from 'vitest';
import { parseSite } from '../domain/parse-site.ts';
import { succeed } from '../domain/result.ts';
import { ACCOUNT_SITES, completeAddress, KNOWN_SITES, nameSite } from './known-sites.ts';
import { HELPDESKS } from './registry.ts';
import { selectHelpdesk } from './select-helpdesk.ts';

describe('known helpdesks', () => {
  it.each(KNOWN_SITES)('$origin is an address that can be enabled, of $name', ({ name, origin }) => {
    expect(parseSite(origin)).toEqual(succeed(origin));
    expect(nameSite(origin)).toBe(name);
  });

  it.each(KNOWN_SITES)('$origin has a reader of its own', ({ name, origin }) => {
    // Chatwoot runs on companies' hosts, too: there, its paths tell.
    const path = name === 'Chatwoot' ? '/app/accounts/1/dashboard' : '/';
    expect(selectHelpdesk(HELPDESKS, new URL(path, origin)).name).toContain(name);
  });

  it('are each listed once', () => {
    expect(new Set(KNOWN_SITES.map(({ origin }) => origin)).size).toBe(KNOWN_SITES.length);
  });
});

describe('helpdesks with a host for each account', () => {
  it.each(ACCOUNT_SITES)('$name is reached by the account’s name', ({ name, domain }) => {
    const origin = parseSite(completeAddress(' acme ', domain));
    expect(origin).toEqual(succeed(`https://acme.${domain}`));
    expect(nameSite(`https://acme.${domain}`)).toBe(name);
  });

  it('take whole addresses as they are', () => {
    expect(completeAddress('https://help.acme.example/', 'zendesk.com')).toBe('https://help.acme.example/');
    expect(completeAddress('acme.zendesk.com', 'zendesk.com')).toBe('acme.zendesk.com');
  });

  it.each(['Zendesk', 'Freshdesk', 'Salesforce', 'ServiceNow', 'Jira Service Management', 'Gorgias'])('include %s', (name) => {
    expect(ACCOUNT_SITES.map((one) => one.name)).toContain(name);
  });
});

describe('nameSite', () => {
  it.each([
    ['https://acme.zendesk.com', 'Zendesk'],
    ['https://acme.freshdesk.com', 'Freshdesk'],
    ['https://acme.freshservice.com', 'Freshservice'],
    ['https://acme.gorgias.com', 'Gorgias'],
    ['https://acme.lightning.force.com', 'Salesforce'],
    ['https://acme--sandbox.sandbox.my.salesforce.com', 'Salesforce'],
    ['https://acme.atlassian.net', 'Jira Service Management'],
    ['https://acme.service-now.com', 'ServiceNow'],
    ['https://acme.kustomerapp.com', 'Kustomer'],
    ['https://acme.reamaze.com', 'Re:amaze'],
    ['https://acme.kayako.com', 'Kayako'],
    ['https://acme.odoo.com', 'Odoo Helpdesk'],
    ['https://acme.zammad.com', 'Zammad'],
    ['https://acme.ladesk.com', 'LiveAgent'],
    ['https://acme.dixa.com', 'Dixa'],
    ['https://app-na2.hubspot.com', 'HubSpot'],
  ])('%s is %s', (origin, name) => {
    expect(nameSite(origin)).toBe(name);
  });

  it.each(['https://desk.example', 'https://zendesk.com.evil.example', 'https://notzendesk.com', 'http://127.0.0.1:8080'])(
    '%s is nobody in particular',
    (origin) => {
      expect(nameSite(origin)).toBeUndefined();
    },
  );
});
