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

/** Rich text; plain until what draws it is there. */
function LateRichText({ message }: { readonly message: Message }) {
  const [isLoaded, setIsLoaded] = useState(richText !== undefined);
  useEffect(() => {
    if (!isLoaded) {
      void loadRichText().then(() => setIsLoaded(true));
    }
  }, [isLoaded]);
  const RichText = richText;
  return RichText ? (
    <div class="text rich" data-part="text" dir="auto">
      <RichText html={message.text} />
    </div>
  ) : (
    drawPlainText(message.text)
  );
}

function drawPlainText(text: string) {
  const runs = splitText(text);
  return (
    <div class="text" data-part="text" dir="auto">
      {runs.map(({ text: words, link }, index) =>
        link ? (
          <TextLink key={index} text={words} link={link}>
            {words}
          </TextLink>
        ) : (
          words
        ),
      )}
    </div>
  );
}

/** What was said. Plain text is shown as it came, with its line breaks; only addresses become links. */
export function drawMessageText(message: Message) {
  return message.format === 'html' ? <LateRichText message={message} /> : drawPlainText(message.text);
}
