export interface InspectedMessage {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}

export interface Inspection {
  /** What must never be in a view; empty where all is well. */
  readonly faults: readonly string[];
  readonly messages: readonly InspectedMessage[];
}

/**
 * Looks a conversation view over: elements and attributes from the lists only, links with allowed schemes, nothing of the document
 * changed. Runs in the view's own document, so it knows nothing but itself.
 */
export function inspectView(): Inspection {
  const split = (words: string): ReadonlySet<string> => new Set(words.split(' '));
  const rich = split(
    'p div span br b strong i em u a ul ol li blockquote pre code h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr th td',
  );
  const drawn = split('main header section div span p h1 h2 h3 button details summary time a article ul ol li dl dt dd');
  const signs = split('svg symbol use path circle rect line polyline polygon ellipse');
  const linkAttributes = split('class href target rel title data-target');
  const banned =
    /^(?:on.*|srcdoc|src|srcset|name|action|formaction|ping|poster|background|download|is|slot|part|nonce|autofocus|contenteditable|popover|accesskey|xlink:href)$/;
  const faults = new Set<string>();
  const say = (what: string, element: Element): void => {
    faults.add(`${what} in message ${element.closest('article')?.getAttribute('data-message-id')?.slice(0, 40) ?? '(none)'}`);
  };

  const checkText = (element: Element): void => {
    if (!rich.has(element.localName)) say(`<${element.localName}> in a text`, element);
    for (const { name } of element.attributes)
      if (element.localName !== 'a' || !linkAttributes.has(name)) say(`attribute ${name} in a text`, element);
  };
  const checkLink = (link: Element): void => {
    const href = link.getAttribute('href');
    if (href !== null && !/^(?:https?|mailto|tel):/.test(href)) say(`a link to ${href.slice(0, 40)}`, link);
    const rel = link.getAttribute('rel') ?? '';
    if (!/\bnoopener\b/.test(rel) || !/\bnoreferrer\b/.test(rel)) say('a link that tells where it was clicked', link);
  };
  const checkElement = (element: Element): void => {
    const name = element.localName;
    if (element.closest('[data-part=text]') && !element.matches('[data-part=text]')) checkText(element);
    else if (!drawn.has(name) && !signs.has(name)) say(`<${name}>`, element);
    for (const attribute of element.attributes) if (banned.test(attribute.name)) say(`attribute ${attribute.name}`, element);
    if (element.hasAttribute('style') && element.closest('article')) say('a style', element);
    if (name === 'a') checkLink(element);
    if (name === 'use' && !/^#[\w-]+$/.test(element.getAttribute('href') ?? '')) say('a foreign sign', element);
  };

  const main = document.querySelector('main');
  for (const element of main?.querySelectorAll('*') ?? []) checkElement(element);
  if (document.querySelectorAll('main').length !== 1) faults.add('not one main');
  if (document.querySelector('base, body > :not(div):not(script):not(main), head > meta[http-equiv], head > style')) {
    faults.add('the document itself was changed');
  }
  const { canaryCalls, violations } = document.documentElement.dataset;
  if (canaryCalls) faults.add(`canary was called: ${canaryCalls}`);
  if (violations) faults.add(`against the policy: ${violations}`);

  const read = (article: Element, part: string): string => article.querySelector(`[data-part=${part}]`)?.textContent ?? '';
  const messages = [...document.querySelectorAll('[role=log] article')].map((article) => ({
    id: article.getAttribute('data-message-id') ?? '',
    author: read(article, 'author'),
    text: read(article, 'text'),
  }));
  return { faults: [...faults], messages };
}
