// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../tests/corpus/read-case.ts';
import { type Block, blockBeside, blocksIn, type Page } from './page.ts';
import { walkPage } from './walk-page.ts';

function walk(html: string, wanted = false): Page {
  document.body.innerHTML = html;
  const steps = walkPage({ elements: [document.body], exclude: '.other' }, { wanted: () => wanted });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function listAll({ start }: Page): readonly string[] {
  const texts: string[] = [];
  for (let block = blockBeside(start, 'after'); block; block = blockBeside(block, 'after')) texts.push(block.text);
  return texts;
}

function listUnread({ start }: Page): number {
  let count = 0;
  for (let block: Block | undefined = start; block; block = block.after) if (block.read) count += 1;
  return count;
}

const ROWS = Array.from({ length: 300 }, (_, row) => `<div><p>Row ${row} <b>of</b> it</p></div>`).join('');

describe('a walk that leaves unread what speaks of no conversation', () => {
  it('comes to the same blocks as one that reads everything, on every saved page', () => {
    for (const { name, html } of readCorpus()) {
      const whole = listAll(walk(html, true));
      expect([name, listAll(walk(html))]).toEqual([name, whole]);
    }
  });

  it('reads backwards as it does forwards, through parts in parts', () => {
    const html = `<section>${ROWS}</section><p>Conversation ID</p><section>${ROWS}</section>`;
    const whole = listAll(walk(html, true));
    const page = walk(html);
    let label = page.start;
    while (label.text !== 'Conversation ID') label = label.after as Block;
    const before: string[] = [];
    for (let block = blockBeside(label, 'before'); block; block = blockBeside(block, 'before')) before.unshift(block.text);
    expect(before.slice(1)).toEqual(whole.slice(0, 300));
    expect(listAll(page)).toEqual(whole);
  });

  it('reads no more than is asked for', () => {
    const page = walk(`<section>${ROWS}</section><p>Conversation ID</p><section>${ROWS}</section>`);
    expect(listUnread(page)).toBe(2);
    const last = document.querySelector('section:last-child > :last-child') as Element;
    expect([...blocksIn(page, last)].map(({ text }) => text)).toHaveLength(1);
    expect(listUnread(page)).toBe(1 + 299);
  });

  it.each([
    ['a word for it', '<div><p>The <i>chat</i></p></div>'],
    ['a word with a soft hyphen in it', '<div><p>Conver\u00adsation</p></div>'],
    ['a link', '<div><a href="https://inbox.socialboards.com/?ticketId=1">x</a></div>'],
    ['a field', '<div><p><input value="7"></p></div>'],
    ['a name', '<div><p title="Conversation ID">7</p></div>'],
    ['a slot', '<div><p><slot></slot></p></div>'],
    ['an element of the page’s own', '<div><p><x-panel></x-panel></p></div>'],
  ])('reads a part with %s', (_, html) => {
    expect(listUnread(walk(html))).toBe(0);
  });

  it('reads a part with a shadow root in it', () => {
    document.body.innerHTML = '<section><div><p>Row</p><div> </div></div></section>';
    document.querySelector('div > div')?.attachShadow({ mode: 'open' }).append('Conversation ID: 254626');
    const steps = walkPage({ elements: [document.body], exclude: '' }, { wanted: () => false });
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(listAll(step.value)).toEqual(['Row', 'Conversation ID: 254626']);
  });
});
