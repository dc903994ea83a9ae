/**
 * Escape in the in-page frame closes the sidebar around it. The frame has no word in the page: the content script hands it one end
 * of a channel, which the page cannot see.
 */
export function closeOnEscape(): void {
  let way: MessagePort | undefined;
  addEventListener('message', ({ source, ports }) => {
    if (source === parent) [way] = ports;
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) way?.postMessage(null);
  });
}
