import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../lib/domain/message.ts';
import { splitText } from '../../lib/transcript/split-text.ts';
import { TextLink } from './text-link.tsx';

type RichText = FunctionComponent<{ readonly html: string }>;

let richText: RichText | undefined;

/** Fetches what draws rich text; most transcripts never need it. */
export async function loadRichText(): Promise<void> {
  richText = (await import('./rich-text.tsx')).RichText;
}

function useRichText(isWanted: boolean): RichText | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (isWanted && !richText) {
      void loadRichText().then(() => redraw(1));
    }
  }, [isWanted]);
  return isWanted ? richText : undefined;
}

function PlainText({ text }: { readonly text: string }) {
  return (
    <>
      {splitText(text).map(({ text: words, link }, index) =>
        link ? <TextLink key={index} text={words} link={link} children={words} /> : words,
      )}
    </>
  );
}

/** What was said. Plain text is shown as it came, with its line breaks; only addresses become links. */
export function MessageText({ message }: { readonly message: Message }) {
  const RichText = useRichText(message.format === 'html');
  return (
    <div class={RichText ? 'text rich' : 'text'} data-part="text" dir="auto">
      {RichText ? <RichText html={message.text} /> : <PlainText text={message.text} />}
    </div>
  );
}
