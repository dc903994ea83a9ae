import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CorpusCase } from '../corpus/read-case.ts';
import { startTlsListener } from '../machine/tls-server.ts';

/** Tells the server which page is wanted: many share an address, and the address must be the real one. */
export const PAGE_HEADER = 'x-corpus-page';

export interface CorpusSite {
  /** For the browser: every host name of the pages is found here, and no other is. */
  readonly args: readonly string[];
  /** Match patterns of all the pages. */
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly close: () => Promise<void>;
}

/** The page as a browser gets it; values that scripts set are set by a script. */
export function drawCase({ html, values }: CorpusCase): string {
  if (values === undefined) return html;
  const script = `<script>for (const [selector, value] of Object.entries(${JSON.stringify(values)}))
    for (const control of document.querySelectorAll(selector)) control.value = value;</script>`;
  return html.replace('</body>', () => `${script}</body>`);
}

/** Serves pages under their own host names, ports and paths. `extra`: hosts that have no page. */
export async function serveCorpus(cases: readonly CorpusCase[], extra: readonly string[] = []): Promise<CorpusSite> {
  const pages = new Map(cases.map((one) => [one.name, one]));
  const listener: RequestListener = (request, response) => {
    const page = pages.get(String(request.headers[PAGE_HEADER] ?? ''));
    // Browsers name what a request is for to secure sites only.
    const isPage = (request.headers['sec-fetch-dest'] ?? 'document') === 'document';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(isPage && page ? drawCase(page) : '');
  };
  const secure = await startTlsListener(listener);
  const plain = createServer(listener);
  await new Promise<void>((resolve, reject) => plain.once('error', reject).listen(0, '127.0.0.1', resolve));
  const urls = [...new Set(cases.map(({ url }) => new URL(url).origin))].map((origin) => new URL(origin));
  const map = ({ protocol, host, port, hostname }: URL) => {
    const local = protocol === 'https:' ? secure.port : (plain.address() as AddressInfo).port;
    return `MAP ${port === '' ? hostname : host} 127.0.0.1:${local}`;
  };
  const rules = [...urls.map(map), ...extra.map((host) => `MAP ${host} 127.0.0.1:${secure.port}`), 'MAP * ~NOTFOUND'];
  return {
    args: [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'],
    hosts: [...urls.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`), ...extra.map((host) => `https://${host}/*`)],
    origins: urls.map(({ origin }) => origin),
    close: async () => {
      plain.closeAllConnections();
      await Promise.all([secure.close(), new Promise((resolve) => plain.close(resolve))]);
    },
  };
}
