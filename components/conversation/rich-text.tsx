import { type ComponentChild, createElement } from 'preact';
import { useMemo } from 'preact/hooks';
import { parseRichText, type RichNode } from '../../lib/transcript/parse-rich-text.ts';
import { TextLink } from './text-link.tsx';
import './rich-text.css';

function readText(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : readText(node.children))).join('');
}

function drawNode(node: RichNode): ComponentChild {
  if (typeof node === 'string') {
    return node;
  }
  const children = node.children.map(drawNode);
  if (node.link) {
    return (
      <TextLink link={node.link} text={readText(node.children)}>
        {children}
      </TextLink>
    );
  }
  // Tag names come from the allow-list, attributes from nowhere.
  return node.tag === 'a' ? createElement('span', null, ...children) : createElement(node.tag, null, ...children);
}

/** Rich text out of a transcript, drawn from the allow-list. */
export function RichText({ html }: { readonly html: string }) {
  const nodes = useMemo(() => parseRichText(html), [html]);
  return <>{nodes.map(drawNode)}</>;
}
