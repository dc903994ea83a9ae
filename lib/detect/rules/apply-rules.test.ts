// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { TaughtRule } from '../../domain/taught-rule.ts';
import { scanPage } from '../scan-page.ts';

const BASE = { version: 1, site: 'https://desk.example', enabled: true } as const;
const REF: TaughtRule = { ...BASE, kind: 'label', text: 'Case ref' };

/** The ids that the page gives, best first; refused ones with why. */
function scan(html: string, rules: readonly TaughtRule[], address = '/tickets/7'): readonly string[] {
  document.body.innerHTML = `<main>${html}</main>`;
  const steps = scanPage(new URL(address, 'https://desk.example'), document, { helpdesks: [], rules });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.findings.map(({ id, refusal, provider }) => [id, provider, refusal].filter(Boolean).join(' '));
}

describe('a taught rule', () => {
  it.each([
    ['text', '<p>Case ref: 4478963</p>'],
    ['a list of definitions', '<dl><dt>Case ref</dt><dd>4478963</dd></dl>'],
    ['a table', '<table><tr><th>Case ref</th><td>4478963</td></tr></table>'],
    ['boxes', '<div><div>Case ref</div><div>4478963</div></div>'],
    ['a control', '<label for="a">Case ref</label><input id="a" value="4478963">'],
    ['a named control', '<input aria-label="Case ref" value="4478963">'],
  ])('finds the id beside its label in %s', (_, html) => {
    expect(scan(html, [])).toEqual([]);
    expect(scan(html, [REF])).toEqual(['4478963']);
    expect(scan(html, [{ ...REF, enabled: false }])).toEqual([]);
  });

  it('comes before what the text says, and knows its chat system', () => {
    const html = '<p>Conversation ID: 11111</p><p>Case ref: 22222</p>';
    expect(scan(html, [{ ...REF, provider: 'maax' }])).toEqual(['22222 maax', '11111']);
  });

  it('takes a number of the ticket itself only where it was taught to read the address', () => {
    expect(scan('<p>Case ref: 4478963</p>', [REF], '/case/4478963')).toEqual(['4478963 own-id']);
    const url = { ...BASE, kind: 'url', place: 'path', text: 'case' } as const;
    expect(scan('<p>Case ref: 4478963</p>', [url, REF], '/case/4478963')).toEqual(['4478963']);
  });

  it('reads a sentence by its pattern', () => {
    expect(
      scan('<p>We spoke in session <b>4478963</b> today</p>', [{ ...BASE, kind: 'pattern', text: 'in session {id}' }]),
    ).toEqual(['4478963']);
  });
});
