import { Parser } from 'htmlparser2';
import { type LinkTarget, readLink } from './read-link.ts';

/** What a message may be made of; everything else is dropped and its text kept. */
export const RICH_TAGS = [
  ...['p', 'div', 'span', 'br', 'b', 'strong', 'i', 'em', 'u', 'a', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
] as const;

export type RichTag = (typeof RICH_TAGS)[number];

export interface RichElement {
  readonly tag: RichTag;
  readonly link?: LinkTarget;
  readonly children: RichNode[];
}

export type RichNode = string | RichElement;

/** Deeper or longer than any real message; beyond it elements are dropped and text is kept. */
const MOST_DEPTH = 30;
const MOST_ELEMENTS = 5_000;

/** Their content is code, never something that was said. */
const SILENT_TAGS = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);

const ALLOWED: ReadonlySet<string> = new Set(RICH_TAGS);

function isRichTag(tag: string): tag is RichTag {
  return ALLOWED.has(tag);
}

function createElement(tag: RichTag, href: string | undefined): RichElement {
  const link = tag === 'a' && href !== undefined ? readLink(href) : undefined;
  return { tag, children: [], ...(link ? { link } : {}) };
}

/** Collects the allowed part of what the tokenizer meets. */
class RichTextBuilder {
  readonly root: RichNode[] = [];
  /** Where to add, for each open tag; a dropped one adds where its parent does. */
  readonly #places: RichNode[][] = [this.root];
  #elements = 0;
  #silence = 0;

  open(tag: string, attributes: { readonly [name: string]: string }): void {
    const place = this.#places.at(-1) ?? this.root;
    const isKept = isRichTag(tag) && this.#elements < MOST_ELEMENTS && this.#places.length <= MOST_DEPTH;
    this.#silence += SILENT_TAGS.has(tag) ? 1 : 0;
    if (!isKept || this.#silence > 0) {
      this.#places.push(place);
      return;
    }
    this.#elements++;
    const element = createElement(tag, attributes.href);
    place.push(element);
    this.#places.push(element.children);
  }

  write(text: string): void {
    if (this.#silence > 0) {
      return;
    }
    const place = this.#places.at(-1) ?? this.root;
    const before = place.at(-1);
    // The tokenizer gives each entity apart: a text of nothing else would become as many nodes.
    if (typeof before === 'string') {
      place[place.length - 1] = before + text;
    } else {
      place.push(text);
    }
  }

  close(tag: string): void {
    this.#silence -= SILENT_TAGS.has(tag) ? 1 : 0;
    this.#places.pop();
  }
}

/** Reads HTML as the tree that may be drawn. A tokenizer in JavaScript: no sink of the browser's ever sees the text. */
export function parseRichText(html: string): RichNode[] {
  const builder = new RichTextBuilder();
  const parser = new Parser({
    onopentag: (tag, attributes) => builder.open(tag, attributes),
    ontext: (text) => builder.write(text),
    onclosetag: (tag) => builder.close(tag),
  });
  parser.end(html);
  return builder.root;
}
