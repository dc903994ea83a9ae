import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRichText } from './is-rich-text.ts';

describe('isRichText', () => {
  it.each([
    '<p>Hello</p>',
    '  <P class="x">Hello</P>\n',
    '<br>text<br/>',
    '<b>a</b> and <i>b</i>',
    '<a href="https://a.example/?a=1&b=2">x</a>',
    '<h3>Title</h3><ul><li>1</li></ul>',
    '<table border=1><tr><td>1</td></tr></table>',
    '<p>a</p><img src=x>',
    '<br/>',
  ])('takes %j', (text) => {
    expect(isRichText(text)).toBe(true);
  });

  it.each([
    '',
    'Hello',
    'a <b>c</b>',
    '<b>Hello</b> there',
    '<p>Hello',
    '<script>alert(1)</script>',
    '<img src=x>',
    '<pancake>x</pancake>',
    '<p:x>y</p>',
    '</p>x</p>',
    '< p>x</p>',
    '1 < 2 and 3 > 2',
    '<p>2 < 3>',
    '<3',
  ])('leaves %j plain', (text) => {
    expect(isRichText(text)).toBe(false);
  });

  it('does not take long over a long text', () => {
    const began = performance.now();
    for (const unit of ['<', '<p ', '<p>', '<a <', '>']) {
      isRichText(`<p>${unit.repeat(1_000_000)}`);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isRichText(`<p>${text}`) === 'boolean'));
  });
});
