import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../lib/domain/message.ts';
import { mayHoldAddress, splitText } from '../../lib/transcript/split-text.ts';
import { LongMessage } from './long-message.tsx';
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

/** More signs or lines than this are a pasted log rather than a word in a conversation. */
const LONG_SIGNS = 2_500;
const LONG_LINES = 40;

function isLong(text: string): boolean {
  return text.length > LONG_SIGNS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}

function drawRuns(text: string) {
  return splitText(text).map(({ text: words, link }, index) =>
    link ? (
      <TextLink key={index} text={words} link={link}>
        {words}
      </TextLink>
    ) : (
      words
    ),
  );
}

function drawPlainText(text: string) {
  return isLong(text) ? (
    <LongMessage>{drawRuns(text)}</LongMessage>
  ) : (
    <div class="text" data-part="text" dir="auto">
      {drawRuns(text)}
    </div>
  );
}

/** Whether it is drawn as nothing but a text. */
export function isPlain({ format, text }: Message): boolean {
  return format === 'plain' && !isLong(text) && !mayHoldAddress(text);
}

/** What was said. Plain text is shown as it came, with its line breaks; only addresses become links. */
export function drawMessageText(message: Message) {
  return message.format === 'html' ? <LateRichText message={message} /> : drawPlainText(message.text);
}
