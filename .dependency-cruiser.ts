import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

const NPM = '^node_modules/';
const BROWSER_API = '^(wxt/browser|webextension-polyfill|node_modules/(wxt|webextension-polyfill|@wxt-dev)/)';
/** What runs in pages: the content script with its parts, and the single look. */
const CONTENT_SCRIPT = '^entrypoints/(helpdesk\\.content|self-hosted-helpdesks|page-sidebar|scan-page)\\.ts$';
const IN_PAGES = '^entrypoints/(helpdesk\\.content|self-hosted-helpdesks|page-sidebar|scan-page|picker)\\.ts$';

/** The import rules of the design. Each `comment` is printed with the violation, so it says what to do instead. */
export const IMPORT_RULES: readonly (IForbiddenRuleType & { readonly name: string; readonly comment: string })[] = [
  {
    name: 'lib-knows-no-views',
    comment: 'lib is used by the views, not the other way round. Hand the value or a callback in from components or entrypoints.',
    severity: 'error',
    from: { path: '^lib/' },
    to: { path: '^(components|entrypoints)/' },
  },
  {
    name: 'components-know-no-entrypoints',
    comment: 'Entrypoints render components. Move what is shared into components or lib.',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^entrypoints/' },
  },
  {
    name: 'entrypoints-stand-alone',
    comment: 'Entrypoints only wire and never import each other. Move what is shared into components or lib.',
    severity: 'error',
    from: { path: '^entrypoints/([^/.]+)' },
    to: { path: '^entrypoints/', pathNot: '^entrypoints/$1' },
  },
  {
    name: 'domain-imports-nothing',
    comment: 'lib/domain is plain data that everything else rests on. Put what needs more into the folder that needs it.',
    severity: 'error',
    from: { path: '^lib/domain/' },
    to: { pathNot: '^lib/domain/' },
  },
  {
    name: 'detect-is-pure',
    comment: 'Detection gets a URL and a document and gives data: it may import lib/domain only. Hand the rest in as an argument.',
    severity: 'error',
    from: { path: '^lib/detect/' },
    to: { pathNot: '^lib/(detect|domain)/' },
  },
  {
    name: 'transcript-is-pure',
    comment:
      'lib/transcript turns messages into what is shown: it may import lib/domain and text parsers. Browser and network stay outside.',
    severity: 'error',
    from: { path: '^lib/transcript/' },
    to: { pathNot: `^lib/(transcript|domain)/|${NPM}(htmlparser2|linkify-it)/` },
  },
  {
    name: 'providers-know-domain-only',
    comment:
      'A provider gets settings, secrets and fetch handed in and answers with domain data: of our own it may import lib/domain only.',
    severity: 'error',
    from: { path: '^lib/providers/' },
    to: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(providers|domain)/' },
  },
  {
    name: 'one-provider-knows-no-other',
    comment: 'A provider is one folder that can be removed with its registry line. Move what both need one folder up.',
    severity: 'error',
    from: { path: '^lib/providers/([^/]+)/' },
    to: { path: '^lib/providers/[^/]+/', pathNot: '^lib/providers/$1/' },
  },
  {
    name: 'platform-knows-domain-only',
    comment:
      'lib/platform wraps the browser and knows nothing of providers or use cases. Put what combines them into lib/background.',
    severity: 'error',
    from: { path: '^lib/platform/' },
    to: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/(platform|domain)/' },
  },
  {
    name: 'sidebar-stays-small',
    comment: 'The launcher runs in every enabled page: it may import lib/domain and lib/platform/messages.ts only.',
    severity: 'error',
    from: { path: '^lib/sidebar/' },
    to: { pathNot: '^lib/(sidebar|domain)/|^lib/platform/messages\\.ts$' },
  },
  {
    name: 'browser-only-in-platform',
    comment: 'Only lib/platform and the entrypoints touch browser.*. Add a function to lib/platform and call that.',
    severity: 'error',
    from: { path: '^(lib|components)/', pathNot: '^lib/platform/' },
    to: { path: BROWSER_API },
  },
  {
    name: 'components-reach-platform-by-hooks',
    comment: 'Components get data and commands from components/hooks, the one place that meets lib/platform. Write a hook.',
    severity: 'error',
    from: { path: '^components/', pathNot: '^components/hooks/' },
    to: { path: '^lib/platform/' },
  },
  {
    name: 'background-is-the-background-s',
    comment: 'Use cases with keys and network run in the background only. Send it a message (lib/platform/messages.ts).',
    severity: 'error',
    from: { path: '^(components|entrypoints|lib)/', pathNot: '^(lib/background/|entrypoints/background\\.ts$)' },
    to: { path: '^lib/background/' },
  },
  {
    name: 'views-take-the-catalog',
    comment:
      'Views may know names and defaults of providers and check what was typed (catalog.ts, check-draft.ts), never their clients. Send the background a message.',
    severity: 'error',
    from: { path: '^(components|entrypoints)/', pathNot: '^entrypoints/background\\.ts$' },
    to: { path: '^lib/providers/', pathNot: '^lib/providers/(catalog|check-draft)\\.ts$' },
  },
  {
    name: 'keys-stay-in-the-background',
    comment: 'Secrets are read by lib/background only. Ask it by message for what can be done with them.',
    severity: 'error',
    from: { pathNot: '^lib/background/' },
    to: { path: '^lib/platform/keys\\.ts$' },
  },
  {
    name: 'content-script-reaches-little',
    comment:
      'The content script runs in hostile pages: only lib/domain, lib/detect, lib/sidebar and lib/platform/messages.ts may be reachable from it. Report to the background and let it do the rest.',
    severity: 'error',
    from: { path: CONTENT_SCRIPT },
    to: {
      path: '^(lib|components)/',
      pathNot: '^lib/(domain|detect|sidebar)/|^lib/platform/messages\\.ts$',
      reachable: true,
    },
  },
  {
    name: 'picker-reaches-little',
    comment:
      'The picker runs in hostile pages, on the agent’s click: it may reach lib/domain, lib/detect and lib/picker only. Give back what was clicked and let the background do the rest.',
    severity: 'error',
    from: { path: '^(entrypoints/picker\\.ts$|lib/picker/)' },
    to: { path: '^(lib|components)/', pathNot: '^lib/(domain|detect|picker)/', reachable: true },
  },
  {
    name: 'content-script-carries-no-library',
    comment: 'Every library is paid for in every enabled page. Write the few lines by hand, or do the work in the background.',
    severity: 'error',
    from: { path: IN_PAGES },
    to: { path: NPM, pathNot: `${NPM}(wxt|webextension-polyfill|@wxt-dev)/`, reachable: true },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one thing or three. Merge them, or move what both need into a file of its own.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-barrels',
    comment: 'Import the file that holds the thing. An index file hides what is used and pulls everything in.',
    severity: 'error',
    from: {},
    to: { path: '/index\\.tsx?$', pathNot: 'node_modules' },
  },
  {
    name: 'imports-exist',
    comment: 'This import leads nowhere. Mend the path (with its extension), or add the package to package.json.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(wxt/|virtual:)' },
  },
];

export const CRUISE_OPTIONS: ICruiseOptions = {
  // TypeScript 7 cannot be read by dependency-cruiser; without a parser it would see nothing and pass.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '\\.test\\.tsx?$|-for-test\\.tsx?$|\\.css$|\\.json$|^tests/' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'browser', 'default'],
  },
};
