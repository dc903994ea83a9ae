// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { TaughtRule } from '../../domain/taught-rule.ts';
import { HELPDESKS } from '../registry.ts';
import { scanPage } from '../scan-page.ts';

const DESK = 'https://desk.example/tickets/7';
const ZENDESK = 'https://harbor.zendesk.com/agent/tickets/4411';

function scan(body: string, address = DESK, text = 'Case ref') {
  document.body.innerHTML = body;
  const url = new URL(address);
  const rule: TaughtRule = { version: 1, site: url.origin, kind: 'label', text, enabled: true };
  const steps = scanPage(url, document, { helpdesks: HELPDESKS, rules: [rule] });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The ids that the page gives; refused ones with why. */
const read = (...page: Parameters<typeof scan>) =>
  scan(...page).findings.map(({ id, refusal }) => [id, refusal].filter(Boolean).join(' '));

const pane = (key: number, text: string, isActive = false) =>
  `<div><section class="ticket-panes-grid-layout${isActive ? ' active' : ''}" ${isActive ? 'data-is-active="true"' : ''}>
    <div data-ticket-id="${key}"></div><p>${text}</p></section></div>`;

describe('a taught label outside of what is read of a ticket', () => {
  it.each([
    ['in the navigation', '<nav>Case ref: 4478963</nav><main><p>Hello</p></main>'],
    ['in a status line', '<main><p>Hello</p><div role="status">Case ref: 4478963</div></main>'],
    ['in the banner of a page without a main area', '<div role="banner">Case ref: 4478963</div><p>Hello</p>'],
    ['beside the main area', '<div><main><p>Hello</p></main></div><div><span>Case ref</span><div>4478963</div></div>'],
    ['in a field', '<nav><input aria-label="Case ref" value="4478963"></nav><main></main>'],
  ])('is found %s', (_, body) => {
    expect(read(body)).toEqual(['4478963']);
    expect(read(body, DESK, 'Bot ref')).toEqual([]);
  });

  it('is found around the pane of the open ticket, and never in the pane of another one', () => {
    const shown = `<div id="main_panes">${pane(4411, 'Hello', true)}${pane(4500, 'Case ref: 111111')}</div>`;
    expect(read(shown, ZENDESK)).toEqual([]);
    expect(read(`<header>Case ref: 4478963</header>${shown}`, ZENDESK)).toEqual(['4478963']);
  });

  it('is looked for in the ticket first: where it stands there, empty or not, nothing else counts', () => {
    const around = '<nav>Case ref: 111111</nav>';
    expect(read(`${around}<main><p>Case ref: 4478963</p></main>`)).toEqual(['4478963']);
    expect(read(`${around}<main><dl><dt>Case ref</dt><dd></dd></dl></main>`)).toEqual([]);
    expect(read(`${around}<main><label>Case ref <input value=""></label></main>`)).toEqual([]);
  });

  it.each([
    ['in a list of tickets', '<nav><ul role="listbox"><li>Case ref: 111111</li></ul></nav><main><p>Hello</p></main>'],
    ['under other tickets', '<main><p>Hi</p></main><div><h2>Related tickets</h2><p>Case ref: 111111</p></div>'],
    ['several times', '<nav><p>Case ref: 111111</p><p>Case ref: 222222</p></nav><main><p>Hello</p></main>'],
    [
      'behind a dialog with the ticket in it',
      '<div>Case ref: 111111</div><div role="dialog"><div data-testid="issue.views.x">Hi</div></div>',
    ],
  ])('is not taken %s', (name, body) => {
    const address = name.includes('dialog') ? 'https://acme.atlassian.net/browse/AB-12' : DESK;
    expect(read(body, address).filter((one) => /^\d+$/.test(one))).toEqual([]);
  });

  it('is watched where it stands, and is not trusted as the ticket’s own container is', () => {
    const { controls, findings, isKeyed } = scan(
      `<header><input aria-label="Case ref" value="4478963"></header><div id="main_panes">${pane(4411, 'Hello', true)}</div>`,
      ZENDESK,
    );
    expect([controls.length, isKeyed, findings[0]?.isOutside]).toEqual([1, true, true]);
  });
});
