import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';

/** A pasted log or a flood fills no more than a part of the screen until it is asked for; its text is all there. */
export function LongMessage({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div class={isOpen ? 'text' : 'text folded'} data-part="text" dir="auto">
        {children}
      </div>
      <Button look="quiet" isSmall onClick={() => setIsOpen(!isOpen)}>
        {t(isOpen ? 'showLess' : 'showAll')}
      </Button>
    </>
  );
}
