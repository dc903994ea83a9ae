// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Candidate, EVIDENCE_KINDS, REFUSALS } from '../../lib/domain/candidate.ts';
import { click, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import { EvidenceButton } from './conversation-header.tsx';
import { Evidence } from './evidence.tsx';

const FOUND: Candidate = {
  id: '254626',
  provider: 'maax',
  kind: 'field',
  label: 'Chat ref',
  excerpt: 'Chat ref: 254626, handed over',
};

afterEach(unmount);

function draw(...candidates: readonly Candidate[]): readonly string[] {
  const root = mount(<Evidence id="evidence" candidates={candidates} />);
  return [...root.querySelectorAll('li')].map((item) => item.textContent ?? '');
}

describe('the evidence', () => {
  it('lists every candidate with its number, its chat system, where it stood, and the words around it', () => {
    const { provider: _, ...unnamed } = FOUND;
    const [taken, other] = draw(FOUND, { ...unnamed, id: '42', label: 'Ref', excerpt: '' });
    expect(taken).toBe('254626 MAAX AIIn the field “Chat ref”Chat ref: 254626, handed overTaken.');
    expect(other).toMatch(/^42 .+In the field “Ref”Taken\.$/);
    expect(other).not.toMatch(/MAAX AI|SocialBoards/);
  });

  it.each([
    ['taught', 'By your rule “Chat ref”'],
    ['url', "In the page's address, as “Chat ref”"],
    ['link', 'In a link on the page, as “Chat ref”'],
    ['field', 'In the field “Chat ref”'],
    ['text', "In the ticket's text, after “Chat ref”"],
  ] as const)('says where it stood: %s', (kind, words) => {
    expect(draw({ ...FOUND, kind })[0]).toContain(words);
  });

  it.each([
    ['own-id', 'a number of the ticket itself'],
    ['bad-id', '19 digits at most'],
    ['weak-label', 'do not say clearly'],
    ['ambiguous', 'cut off on the page'],
    ['not-this', 'you said so'],
    ['other-ticket', 'belongs to another ticket'],
    ['in-list', 'one of a list'],
    ['in-row', 'in a row of a list'],
    ['not-drawn', 'does not show it'],
  ] as const)('says why it was not taken: %s', (refusal, reason) => {
    expect(draw({ ...FOUND, refusal })[0]).toMatch(new RegExp(`Not taken: .*${reason}`));
  });

  it('has a sentence of its own for every place and every refusal', () => {
    const refused = REFUSALS.map((refusal) => ({ ...FOUND, refusal }));
    const sentences = draw(...EVIDENCE_KINDS.map((kind) => ({ ...FOUND, kind })), ...refused);
    expect(new Set(sentences).size).toBe(EVIDENCE_KINDS.length + REFUSALS.length);
  });

  it('lets the agent say of each that was taken that it is not the one, and which one was shown', () => {
    const teaching = { status: { state: 'ready' }, onPick: vi.fn(), onRefuse: vi.fn(), onCancel: vi.fn() } as const;
    const other: Candidate = { ...FOUND, id: '48213' };
    const all: readonly Candidate[] = [other, FOUND, { ...FOUND, id: '42', refusal: 'own-id' }, { ...FOUND, id: '7', kind: 'url' }];
    const root = mount(<Evidence id="e" candidates={all} selected={{ provider: 'maax', id: '254626' }} teaching={teaching} />);
    expect([...root.querySelectorAll('li button')].map((button) => button.textContent)).toEqual([
      'Not this 48213',
      'Not this 254626',
    ]);
    click(findByName(root, 'Not this 254626'));
    expect(teaching.onRefuse).toHaveBeenCalledWith(FOUND);
    click(findByName(root, 'Not this? Pick it on the page'));
    expect(teaching.onPick).toHaveBeenCalledWith(FOUND);
  });

  it('offers to pick another one, but for the in-page frame', () => {
    const teaching = { status: { state: 'ready' }, onPick: vi.fn(), onRefuse: vi.fn(), onCancel: vi.fn() } as const;
    expect(
      findByName(mount(<Evidence id="e" candidates={[FOUND]} teaching={teaching} />), 'Not this? Pick it on the page'),
    ).toBeTruthy();
    unmount();
    expect(mount(<Evidence id="e" candidates={[FOUND]} />).querySelector('button')).toBeNull();
  });

  it('closes on Escape, in it and on its button, which means nothing else then', () => {
    const onToggle = vi.fn();
    const root = mount(
      <>
        <EvidenceButton isOpen evidenceId="evidence" onToggle={onToggle} />
        <Evidence id="evidence" candidates={[FOUND]} onClose={onToggle} />
      </>,
    );
    const button = root.querySelector('button');
    for (const place of [root.querySelector('[data-part=evidence]'), button]) {
      const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      place?.dispatchEvent(press);
      expect([press.defaultPrevented, document.activeElement]).toEqual([true, button]);
    }
    expect(onToggle).toHaveBeenCalledTimes(2);
    const shut = mount(<EvidenceButton isOpen={false} evidenceId="evidence" onToggle={onToggle} />);
    const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    shut.querySelector('button')?.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(false);
  });
});
