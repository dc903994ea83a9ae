// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Report, watchPage } from './watch-page.ts';

const DESK = 'https://desk.example.com/tickets/';

function goTo(ticket: number): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`${DESK}${ticket}`);
}

function show(id: string): void {
  document.body.innerHTML = `<main><p>Conversation ID: ${id}</p></main>`;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !check(); turn += 1) await wait(20);
  expect(check()).toBe(true);
}

describe('watchPage', () => {
  let controller: AbortController;
  let reports: Report[];

  const watch = (isInner = false) =>
    watchPage(document, { signal: controller.signal, isInner, report: (report) => void reports.push(report) });
  const said = () => reports.map(({ ticket, candidates }) => `${ticket} ${candidates.map(({ id }) => id).join()}`);

  beforeEach(() => {
    controller = new AbortController();
    reports = [];
    goTo(1);
    show('111111');
  });

  afterEach(() => controller.abort());

  it('names the ticket at once, then what it holds, then that the page is quiet', async () => {
    watch();
    expect(said()).toEqual(['tickets/1 ']);
    await until(() => reports.at(-1)?.settled === true);
    expect(said()).toEqual(['tickets/1 ', 'tickets/1 111111', 'tickets/1 111111']);
    await wait(500);
    expect(reports).toHaveLength(3);
  });

  it('takes everything back the moment the ticket changes, and waits for the page to follow', async () => {
    watch();
    await until(() => reports.at(-1)?.settled === true);
    reports.length = 0;
    goTo(2);
    window.dispatchEvent(new Event('popstate'));
    expect(reports).toEqual([{ helpdesk: 'generic', ticket: 'tickets/2', settled: false, candidates: [] }]);
    await wait(700);
    expect(said()).toEqual(['tickets/2 ']);
    show('222222');
    await until(() => said().at(-1) === 'tickets/2 222222');
    expect(said().join()).not.toContain('111111');
  });

  it('notices an address that changed without an event', async () => {
    watch();
    await until(() => said().at(-1) === 'tickets/1 111111');
    goTo(2);
    await until(() => said().at(-1) === 'tickets/2 ');
  });

  it('reads a value that a script fills in, and waits while one is typed', async () => {
    document.body.innerHTML = '<main><label>Conversation ID <input></label></main>';
    const input = document.querySelector('input') as HTMLInputElement;
    watch();
    await until(() => reports.at(-1)?.settled === true);
    input.value = '254626';
    await until(() => said().at(-1) === 'tickets/1 254626');
    input.focus();
    for (const value of ['7', '77', '777', '7777']) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await wait(150);
    }
    await until(() => said().at(-1) === 'tickets/1 7777');
    for (const part of ['7', '77', '777']) expect(said()).not.toContain(`tickets/1 ${part}`);
  });

  it('lets a frame of its own speak only when it has something to say, and not of the ticket', async () => {
    document.body.innerHTML = '<main>Hello</main>';
    watch(true);
    await wait(700);
    expect(reports).toEqual([]);
    show('254626');
    await until(() => reports.length > 0);
    expect(reports[0]).toMatchObject({ candidates: [{ id: '254626' }] });
    expect(reports[0]).not.toHaveProperty('ticket');
  });

  it('says nothing more once it is stopped', async () => {
    watch();
    await until(() => said().at(-1) === 'tickets/1 111111');
    const count = reports.length;
    controller.abort();
    goTo(2);
    window.dispatchEvent(new Event('popstate'));
    show('222222');
    await wait(700);
    expect(reports).toHaveLength(count);
  });
});
