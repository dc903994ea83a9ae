// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { RICH_TAGS } from '../../lib/transcript/parse-rich-text.ts';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { mount, unmount } from '../ui/mount-for-test.tsx';
import { RichText } from './rich-text.tsx';

afterEach(unmount);

const PIECES = [
  '<p>',
  '</p>',
  '<b>',
  '<a href="https://x.no/a">',
  '<a href="javascript:alert(1)">',
  '</a>',
  '<img src=x onerror=alert(1)>',
];
const MORE = [
  '<svg onload=x>',
  '<iframe srcdoc=x>',
  '<table><tr><td>',
  '<li id=x class=y style=z name=w>',
  '<script>x</script>',
  '&lt;b&gt;',
];

describe('rich text', () => {
  it('draws the allowed elements', () => {
    const root = mount(<RichText html="<p>Hi <b>you</b>, <em>all</em></p><ul><li>a</li></ul>" />);
    expect(root.innerHTML).toBe('<p>Hi <b>you</b>, <em>all</em></p><ul><li>a</li></ul>');
  });

  it('shows where a link leads when its words do not', () => {
    const link = mount(<RichText html='<a href="https://evil.example/x">https://bank.example</a>' />).querySelector('a');
    expect(link?.dataset.target).toBe('evil.example');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
    expect(link?.textContent).toBe('https://bank.example');
  });

  it('draws nothing beyond the list and no attribute of the message, whatever comes', () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ maxLength: 8 }));
    const own = new Set(['class', 'href', 'target', 'rel', 'title', 'data-target']);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const root = mount(<RichText html={pieces.join('')} />);
        for (const element of root.querySelectorAll('*')) {
          expect(RICH_TAGS).toContain(element.localName);
          const attributes = [...element.attributes].map(({ name }) => name);
          expect(attributes.every((name) => element.localName === 'a' && own.has(name))).toBe(true);
          expect(element.getAttribute('href') ?? 'https:').toMatch(/^(?:https?|mailto|tel):/);
        }
        unmount();
      }),
      { numRuns: SLOW_PROPERTY_RUNS },
    );
  });
});
