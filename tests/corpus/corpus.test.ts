// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { seen } from '../../lib/background/schemas.ts';
import { findConversations } from '../../lib/detect/find-conversations.ts';
import { HOSTED_HELPDESKS } from '../../lib/detect/hosted-helpdesks.ts';
import { HELPDESKS } from '../../lib/detect/registry.ts';
import { selectHelpdesk } from '../../lib/detect/select-helpdesk.ts';
import { SELF_HOSTED_HELPDESKS } from '../../lib/detect/self-hosted-helpdesks.ts';
import { findHosted, HOSTED_IDS } from '../../lib/domain/hosted.ts';
import { listTaken } from './list-taken.ts';
import { type CorpusCase, readCorpus } from './read-case.ts';

const cases = readCorpus().filter(({ browserOnly }) => !browserOnly);

function open({ html, values }: CorpusCase): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.head.innerHTML = page.head.innerHTML;
  document.body.innerHTML = page.body.innerHTML;
  for (const [selector, value] of Object.entries(values ?? {})) {
    for (const control of document.querySelectorAll(selector)) (control as HTMLInputElement).value = value;
  }
  return document;
}

describe('every saved page', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const url = new URL(one.url);
    const detection = findConversations(url, open(one));
    expect(detection.helpdesk).toBe(one.helpdesk);
    if (one.ticket !== undefined) expect(detection.ticket ?? null).toBe(one.ticket);
    expect(listTaken(detection.candidates)).toEqual(one.ids);
    for (const trap of one.traps) expect(listTaken(detection.candidates).map((id) => id.replace(/^\w+:/, ''))).not.toContain(trap);
    expect(findConversations(url, document)).toEqual(detection);
    // A report that the background refuses says nothing at all.
    expect(seen.safeParse({ ...detection, settled: true }).error).toBeUndefined();
  });

  it('is recognised by its own helpdesk and the generic one only', () => {
    for (const one of cases) {
      const page = open(one);
      const names = HELPDESKS.filter((helpdesk) => helpdesk.recognises(new URL(one.url), page)).map(({ id }) => id);
      expect([one.name, names]).toEqual([one.name, one.helpdesk === 'generic' ? ['generic'] : [one.helpdesk, 'generic']]);
    }
  });

  it('is recognised among the helpdesks that its host may hold', () => {
    expect(HOSTED_HELPDESKS.map(({ id }) => id)).toEqual(HOSTED_IDS);
    for (const one of cases) {
      const url = new URL(one.url);
      const hosted = findHosted(url.hostname);
      const helpdesks = hosted === undefined ? SELF_HOSTED_HELPDESKS : HOSTED_HELPDESKS.filter(({ id }) => id === hosted);
      expect([one.name, selectHelpdesk(helpdesks, url, open(one)).id]).toEqual([one.name, one.helpdesk]);
    }
  });

  it('can be handed to any helpdesk without harm', () => {
    for (const one of cases) {
      const page = open(one);
      for (const helpdesk of HELPDESKS) {
        const url = new URL(one.url);
        const key = helpdesk.ticketKey(url, page);
        expect(() => [helpdesk.scope?.(page), helpdesk.keyedScope?.(page, key ?? '1')]).not.toThrow();
        expect(key === undefined || key.length > 0).toBe(true);
      }
    }
  });
});
