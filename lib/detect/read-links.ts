import { findLinks, mayHoldLink, unwrapAddress } from './find-links.ts';
import { type Finding, isQuoted } from './finding.ts';
import { judgeAddressId, toFinding } from './read-text.ts';

/** Longer addresses are not read: no link to a conversation needs as much. */
const MAX_ADDRESS = 4000;

/** The ids that a link's target holds. */
export function readLink(link: HTMLAnchorElement): readonly Finding[] {
  const href = link.getAttribute('href') ?? '';
  if (!mayHoldLink(href) || href.length > MAX_ADDRESS) return [];
  return findLinks(unwrapAddress(href)).map(({ id, provider, label }) =>
    toFinding({
      ...{ id, provider, label, kind: 'link', excerpt: href, node: link, isQuoted: isQuoted(link) },
      refusal: judgeAddressId(id),
    }),
  );
}
