import { useRef } from 'preact/hooks';
import { formatRef, isSameRef, type Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { ProviderMark } from '../ui/provider-mark.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import './conversation-tabs.css';

interface ConversationTabsProps {
  readonly refs: readonly Ref[];
  readonly selected: Ref | undefined;
  /** Id of the element that shows the selected conversation. */
  readonly panelId: string;
  readonly onSelect: (ref: Ref) => void;
}

/** Which tab a key leads to. */
const MOVES: { readonly [key: string]: (index: number, count: number) => number } = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** The conversations of one ticket. Arrow keys move and select; one stop in the tab order. */
export function ConversationTabs({ refs, selected, panelId, onSelect }: ConversationTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, index: number) => {
    const target = MOVES[event.key]?.(index, refs.length);
    const ref = target === undefined ? undefined : refs[target];
    if (target !== undefined && ref) {
      event.preventDefault();
      onSelect(ref);
      list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
    }
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={t('conversationsInTicket')}>
      {refs.map((ref, index) => {
        const isSelected = isSameRef(ref, selected);
        return (
          <button
            key={formatRef(ref)}
            type="button"
            role="tab"
            class="tab"
            aria-selected={isSelected ? 'true' : 'false'}
            aria-controls={panelId}
            tabIndex={isSelected ? 0 : -1}
            title={PROVIDER_NAMES[ref.provider]}
            onClick={() => onSelect(ref)}
            onKeyDown={(event) => move(event, index)}
          >
            <ProviderMark provider={ref.provider} />
            <span class="visually-hidden">{PROVIDER_NAMES[ref.provider]} </span>
            {ref.id}
          </button>
        );
      })}
    </div>
  );
}
