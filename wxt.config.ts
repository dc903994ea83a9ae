import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from '@swc/core';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { HOSTED_IDS } from './lib/domain/hosted.ts';

/**
 * The shipped policy. `connect-src` is wide because base URLs are chosen at run time: code and host permission narrow them to
 * one origin. `frame-ancestors` is wide because sites are; `frame.html` draws nothing outside an enabled site.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'self' https: http:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const ICONS = { 16: 'icons/icon-16.png', 32: 'icons/icon-32.png', 48: 'icons/icon-48.png', 128: 'icons/icon-128.png' };

function createManifest(browser: string, command: string): UserManifest {
  const isFirefox = browser === 'firefox';
  const common: UserManifest = {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: ICONS,
    action: { default_icon: ICONS },
    incognito: 'not_allowed',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'idle', ...(isFirefox ? [] : ['sidePanel'])],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    web_accessible_resources: [
      { resources: ['frame.html'], matches: ['https://*/*', 'http://*/*'], ...(isFirefox ? {} : { use_dynamic_url: true }) },
    ],
    // The development server needs a looser policy; a test asserts the built manifests.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } } : {}),
  };
  if (isFirefox) {
    return {
      ...common,
      browser_specific_settings: {
        gecko: {
          id: 'backscroll@backscroll.app',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
        },
      },
    };
  }
  return { ...common, minimum_chrome_version: '140', externally_connectable: { ids: [], matches: [] } };
}

/** WXT's own frame around a script: the name of the script, and a logger that says nothing in production. */
const FRAME = /^\0virtual:wxt-(?:content-script-main-world|unlisted-script)-entrypoint\?(.+)$/;

/**
 * Keeps what runs in pages small, for it runs on every page. Without the polyfill: what is used there (`runtime`, `i18n`) answers with
 * promises in every browser since Manifest V3. Without WXT's frame. And by a minifier that takes more time.
 */
function shrinkPageScripts(isAlways = false): Plugin {
  let isForPages = isAlways;
  let isSmall = false;
  return {
    name: 'shrink-page-scripts',
    enforce: 'pre',
    configResolved({ build }) {
      isForPages ||= /(?:\.content|helpdesks|page-sidebar|picker|scan-page)\.ts/.test(
        JSON.stringify(build.rollupOptions.input ?? build.lib),
      );
      isSmall = isForPages && Boolean(build.minify);
    },
    resolveId(source, importer) {
      const isPolyfill = isForPages && source === '@wxt-dev/webextension-polyfill/browser';
      return isPolyfill ? this.resolve('@wxt-dev/browser', importer, { skipSelf: true }) : undefined;
    },
    load(id) {
      const script = FRAME.exec(id)?.[1];
      return script && `import script from ${JSON.stringify(script)}; export default script.main();`;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of isSmall ? Object.values(bundle) : []) {
          if (chunk.type !== 'chunk') continue;
          // The background takes in what a script comes to: it is assigned, lest it be thought of no use.
          const { code } = await minify(`value=${chunk.code}`, { compress: { passes: 3 }, mangle: true });
          chunk.code = code.replace(/^value=(.*?);?$/s, '($1);');
        }
      },
    },
  };
}

/** Builds the script that hands one helpdesk to the content script, which runs right after it; the helpdesk's file is named after it. */
async function buildHelpdesk(id: string): Promise<string> {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const entry = join(import.meta.dirname, 'helpdesk.virtual.ts');
  const script = `import { ${name} } from './lib/detect/helpdesks/${id}.ts'; globalThis.backscrollHelpdesks = [${name}];`;
  const plugin: Plugin = {
    name: 'helpdesk',
    resolveId: (source) => (source === entry ? entry : undefined),
    load: (source) => (source === entry ? script : undefined),
  };
  const outputs = await build({
    ...{ configFile: false, logLevel: 'warn', root: import.meta.dirname, plugins: [plugin, shrinkPageScripts(true)] },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'helpdesk', fileName: id } },
  });
  return (outputs as Rolldown.RolldownOutput[])
    .flatMap(({ output }) => output.map((file) => (file as { code: string }).code))
    .join('');
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser, command }) => createManifest(browser, command),
  hooks: {
    'prepare:publicPaths': (_, paths) => void paths.push(...HOSTED_IDS.map((id) => `helpdesks/${id}.js`)),
    'build:publicAssets': async (_, files) => {
      for (const id of HOSTED_IDS) files.push({ relativeDest: `helpdesks/${id}.js`, contents: await buildHelpdesk(id) });
    },
  },
  vite: () => ({ plugins: [shrinkPageScripts(), preact()], build: { cssTarget: ['chrome140', 'firefox140'] } }),
});
