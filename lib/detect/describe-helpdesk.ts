import type { Helpdesk } from './helpdesk.ts';

/** Recognises by host: `zendesk.com` and all below it. */
export function onHosts(...hosts: readonly string[]): Helpdesk['recognises'] {
  return ({ hostname }) => hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Recognises a self-hosted product by its addresses, and by a mark in the document once there is one to look at. */
export function byMark(address: RegExp, mark: string): Helpdesk['recognises'] {
  return (url, document) => address.test(pathOf(url)) && (!document || document.querySelector(mark) !== null);
}

/** The ticket's key is the last group that matched in path, query and hash. */
export function keyIn(...addresses: readonly RegExp[]): Helpdesk['ticketKey'] {
  return (url) => {
    for (const address of addresses) {
      const key = address.exec(pathOf(url))?.slice(1).findLast(Boolean);
      if (key) return key;
    }
    return undefined;
  };
}

/** The scope is whatever matches `selector`. */
export function within(selector: string): NonNullable<Helpdesk['scope']> {
  return (document) => [...document.querySelectorAll(selector)];
}

/** Path, query and hash, with escapes undone until nothing changes: some products wrap an address twice. */
export function pathOf({ pathname, search, hash }: URL): string {
  let text = pathname + search + hash;
  for (let turn = 0; turn < 3 && text.includes('%'); turn += 1) {
    try {
      text = decodeURIComponent(text);
    } catch {
      break;
    }
  }
  return text;
}
