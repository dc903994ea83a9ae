import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Port, Sender } from '../platform/sender.ts';
import { serveSession } from './serve-session.ts';

const id = fakeBrowser.runtime.id;
const own = `chrome-extension://${id}`;
const tab = { id: 7, url: 'https://desk.example/tickets/1' } as NonNullable<Sender['tab']>;
const frame: Sender = { id, url: `${own}/frame.html`, origin: own, tab, frameId: 3 };

function openPort(name: string, sender: Sender) {
  const leave: (() => void)[] = [];
  const port = {
    name,
    sender,
    onDisconnect: { addListener: (listener: () => void) => leave.push(listener) },
    postMessage: vi.fn(),
    disconnect: vi.fn(),
  };
  return { ...port, leave: () => leave.forEach((listener) => void listener()), port: port as unknown as Port };
}

beforeEach(async () => {
  fakeBrowser.reset();
  const sidebar = { shown: true, open: true, side: 'right', width: 380 };
  await fakeBrowser.storage.local.set({ sites: [{ origin: 'https://desk.example', sidebar }] });
  await fakeBrowser.storage.session.set({ 'tab:7': { ticket: 'a' }, 'tab:8': { ticket: 'b' }, popup: { text: 'secret' } });
});

describe('serveSession', () => {
  it('reads out what the frame’s own tab holds, and each change of it', async () => {
    const { port, postMessage, leave } = openPort('session tab:7', frame);
    await serveSession(port, Promise.resolve());
    await vi.waitFor(() => expect(postMessage).toHaveBeenLastCalledWith({ value: { ticket: 'a' } }));
    await fakeBrowser.storage.session.set({ 'tab:7': { ticket: 'c' } });
    expect(postMessage).toHaveBeenLastCalledWith({ value: { ticket: 'c' } });
    leave();
    await fakeBrowser.storage.session.set({ 'tab:7': { ticket: 'd' } });
    expect(postMessage).toHaveBeenCalledTimes(2);
  });

  const elsewhere = { ...frame, tab: { ...tab, url: 'https://foreign.example/' } };
  it.each<[string, string, Sender]>([
    ['another tab', 'session tab:8', frame],
    ['another key', 'session popup', frame],
    ['a port of another name', 'tab:7', frame],
    ['a page that is no enabled site', 'session tab:7', elsewhere],
    ['a content script', 'session tab:7', { id, url: tab.url as string, origin: 'https://desk.example', tab, frameId: 0 }],
    ['another extension', 'session tab:7', { id: 'other', url: 'chrome-extension://other/frame.html', tab, frameId: 3 }],
  ])('cuts %s', async (_, name, sender) => {
    const { port, postMessage, disconnect } = openPort(name, sender);
    await serveSession(port, Promise.resolve());
    expect([postMessage.mock.calls.length, disconnect.mock.calls.length]).toEqual([0, 1]);
  });
});
