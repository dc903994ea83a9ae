import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, succeed } from '../domain/result.ts';
import { scanTab } from './scan-tab.ts';

const found = (...ids: string[]) => ({
  helpdesk: 'generic',
  ticket: 't',
  candidates: ids.map((id) => ({ id, provider: 'maax', kind: 'field', label: 'ID', excerpt: '' })),
});

/** Frames answer with these values, the page's own first; none: the browser refuses. */
function stubAnswers(...answers: unknown[]): void {
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => {
      if (answers.length === 0) throw new Error('Cannot access contents of the page');
      return answers.map((result, index) => ({ frameId: index * 3, result }));
    },
  });
}

beforeEach(() => fakeBrowser.reset());

describe('a single look at a page', () => {
  it.each([
    ['one id', [found('48213')], ['48213']],
    ['ids of two frames', [found('48213'), found('48214')], ['48213', '48214']],
    ['the same id in two frames', [found('48213'), found('48213')], ['48213']],
    ['none', [found()], []],
    ['a frame that its parent reads', [found('48213'), null], ['48213']],
  ])('gives %s', async (_, answers, ids) => {
    stubAnswers(...answers);
    expect(await scanTab(7)).toEqual(succeed(ids.map((id) => ({ provider: 'maax', id }))));
  });

  it.each([
    ['the browser refuses', []],
    ['nothing came back', [null]],
    ['the page made something up', [{ ...found('1'), extra: 1 }]],
    ['an id is none', [found('../1')]],
  ])('says that a page cannot be read where %s', async (_, answers) => {
    stubAnswers(...answers);
    expect(await scanTab(7)).toEqual(fail({ kind: 'unreadable' }));
  });

  it('offers an id of unknown origin to every chat system that is set up, and keeps nothing', async () => {
    const unnamed = found('7').candidates.map(({ provider: _, ...candidate }) => candidate);
    stubAnswers({ ...found(), candidates: unnamed });
    expect(await scanTab(7)).toEqual(
      succeed([
        { provider: 'maax', id: '7' },
        { provider: 'socialboards', id: '7' },
      ]),
    );
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});
