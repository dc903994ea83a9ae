import { Copy } from 'lucide';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { buildRawTree, type RawNode } from './build-raw-tree.ts';
import './raw-answer.css';

function RawBranch({ node, isOpen }: { readonly node: RawNode; readonly isOpen: boolean }) {
  const name = node.name !== undefined && <span class="raw-name">{node.name}: </span>;
  if (node.children === undefined) {
    return (
      <div class="raw-leaf">
        {name}
        <span class={`raw-value ${node.type}`}>{node.text}</span>
      </div>
    );
  }
  return (
    <details open={isOpen}>
      <summary>
        {name}
        <span class="raw-size">{node.text}</span>
      </summary>
      <div class="raw-children">
        {node.children.map((child, index) => (
          <RawBranch key={index} node={child} isOpen={false} />
        ))}
      </div>
    </details>
  );
}

function copy(value: unknown): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  // Refused in the in-page frame, where the page decides; selecting the tree still works.
  void navigator.clipboard.writeText(text).catch(() => undefined);
}

/** A provider's answer that is no conversation, as a tree to read and to pass on. */
export function RawAnswer({ value }: { readonly value: unknown }) {
  return (
    <section class="raw" data-part="raw" aria-label={t('rawAnswer')}>
      <div class="raw-head">
        <h2>{t('rawAnswer')}</h2>
        <Button look="quiet" isSmall icon={Copy} onClick={() => copy(value)}>
          {t('copyAnswer')}
        </Button>
      </div>
      <div class="raw-tree">
        <RawBranch node={buildRawTree(value)} isOpen />
      </div>
    </section>
  );
}
