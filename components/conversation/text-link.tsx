import type { ComponentChildren } from 'preact';
import { doesTextTellTarget, type LinkTarget } from '../../lib/transcript/read-link.ts';
import './text-link.css';

interface TextLinkProps {
  readonly link: LinkTarget;
  /** The words of the link, to see whether they tell where it leads. */
  readonly text: string;
  readonly children: ComponentChildren;
}

/** A link out of a transcript. Where its words do not tell where it leads, the target is written behind it by the style sheet. */
export function TextLink({ link, text, children }: TextLinkProps) {
  return (
    <a
      class="text-link"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={link.href}
      data-target={doesTextTellTarget(text, link) ? undefined : link.target}
    >
      {children}
    </a>
  );
}
