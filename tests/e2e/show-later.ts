/** Runs in a page: changes the address as a router does; the ticket before stays on screen for 400 ms. */
export function showLater(url: string, html: string, values: Readonly<Record<string, string>>): void {
  history.pushState(null, '', url);
  const next = new DOMParser().parseFromString(html, 'text/html');
  const body = html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>'));
  setTimeout(() => {
    document.head.innerHTML = next.head.innerHTML;
    // Unlike `innerHTML`, it builds the shadow roots that are written in the page.
    (document.body as unknown as { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(body);
    for (const [selector, value] of Object.entries(values))
      for (const control of document.querySelectorAll<HTMLInputElement>(selector)) control.value = value;
  }, 400);
}
