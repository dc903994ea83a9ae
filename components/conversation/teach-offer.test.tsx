// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import type { TeachState } from '../hooks/use-teaching.ts';
import { click, find, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import { TeachOffer } from './teach-offer.tsx';

const rule: TaughtRule = { version: 1, site: 'https://desk.example', kind: 'label', text: 'Case ref', enabled: true };

afterEach(unmount);

function draw(status: TeachState, isInstead = false) {
  const teaching = { status, onPick: vi.fn(), onRefuse: vi.fn(), onCancel: vi.fn() };
  const root = mount(<TeachOffer teaching={teaching} isInstead={isInstead} />);
  return { ...teaching, root, said: find(root, '[role=status]').textContent };
}

describe('the offer to pick the id on the page', () => {
  it('begins and cancels', () => {
    const ready = draw({ state: 'ready' });
    expect(ready.said).toBe('');
    click(findByName(ready.root, 'Pick it on the page'));
    expect(ready.onPick).toHaveBeenCalledOnce();
    const picking = draw({ state: 'picking' });
    expect(picking.said).toContain('Click the id on the page');
    click(findByName(picking.root, 'Cancel'));
    expect(picking.onCancel).toHaveBeenCalledOnce();
  });

  it('is another one where an id was taken', () => {
    expect(findByName(draw({ state: 'ready' }, true).root, 'Not this? Pick it on the page')).toBeTruthy();
  });

  it('says which rule was kept', () => {
    expect(draw({ state: 'kept', rule }).said).toBe('Found, and kept as a rule: “Case ref”.');
  });

  it('says what is left out from now on, and which rule is off', () => {
    const refusing: TaughtRule = { ...rule, text: 'Conversation ID', refuses: 'field' };
    const { said } = draw({ state: 'left-out', rules: [{ ...rule, enabled: false }, refusing] });
    expect(said).toContain('Your rule “Case ref” is switched off.');
    expect(said).toContain('what stands at “Conversation ID”.');
  });

  it.each([
    ['cancelled', 'Nothing was picked.'],
    ['site-off', 'Enable it first'],
    ['page-gone', 'The page changed meanwhile'],
    ['no-id', 'cannot be a conversation id'],
    ['nothing-derived', 'Nothing beside this number'],
    ['finds-several', 'stands beside others, too'],
    ['too-many', 'Delete one in the settings'],
  ] as const)('says why no rule was kept: %s', (kind, sentence) => {
    expect(draw({ state: 'refused', kind }).said).toContain(sentence);
  });
});
