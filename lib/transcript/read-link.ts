/** A link that may be followed. */
export interface LinkTarget {
  readonly href: string;
  /** Where it leads, as the browser will resolve it: the host, the mailbox or the number. */
  readonly target: string;
}

const TARGET_OF: { readonly [scheme: string]: (url: URL) => string } = {
  'http:': (url) => url.host,
  'https:': (url) => url.host,
  'mailto:': (url) => url.pathname,
  'tel:': (url) => url.pathname,
};

/** Only what has a scheme from the list, after the browser's own parsing; relative addresses lead into the extension and are none. */
export function readLink(address: string): LinkTarget | undefined {
  const url = URL.parse(address);
  const readTarget = url ? TARGET_OF[url.protocol] : undefined;
  if (!url || !readTarget || url.username !== '' || url.password !== '') {
    return undefined;
  }
  const target = readTarget(url);
  return target === '' ? undefined : { href: url.href, target };
}

/** Whether the words of a link already say plainly where it leads. */
export function doesTextTellTarget(text: string, { target }: LinkTarget): boolean {
  const rest = text.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').toLowerCase();
  const wanted = target.toLowerCase();
  // Bidi controls can make the words read otherwise than they stand.
  const isPlain = !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
  return isPlain && (rest === wanted || (rest.startsWith(wanted) && /^[/?#:]/.test(rest.slice(wanted.length))));
}
