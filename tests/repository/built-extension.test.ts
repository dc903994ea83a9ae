import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TARGETS, type BuildTarget, buildExtension } from '../../demo/browsers/build-extension.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { HOSTED_IDS } from '../../lib/domain/hosted.ts';
import { ROOT } from './source-files.ts';

interface Manifest {
  readonly [key: string]: unknown;
  readonly permissions: readonly string[];
  readonly web_accessible_resources: readonly { readonly resources: readonly string[] }[];
  readonly content_security_policy: { readonly extension_pages: string };
}

const PERMISSIONS: { readonly [target in BuildTarget]: readonly string[] } = {
  chrome: ['storage', 'scripting', 'sidePanel', 'activeTab', 'contextMenus', 'alarms', 'idle'],
  firefox: ['storage', 'scripting', 'activeTab', 'menus', 'alarms', 'idle'],
};

/** Warnings of Mozilla's linter that are known: code → the file it may be about. */
const KNOWN_WARNINGS: Readonly<Record<string, RegExp>> = {
  // Preact can set innerHTML; we never ask it to, and Trusted Types would refuse it.
  UNSAFE_VAR_ASSIGNMENT: /^chunks\//,
  // zod can compile its schemas; `jitless` keeps it from that, and the policy would refuse it.
  DANGEROUS_EVAL: /^background\.js$/,
  // There is no Android build.
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: /^manifest\.json$/,
};

let folder: string;
let builds: Readonly<Record<BuildTarget, string>>;

beforeAll(async () => {
  folder = makeTemporaryFolder('repository');
  builds = { chrome: await buildExtension('chrome', folder), firefox: await buildExtension('firefox', folder) };
}, 120_000);

afterAll(() => removeTemporaryFolder(folder));

describe.each(BUILD_TARGETS)('The %s build', (target) => {
  it('has the pages of the contract', () => {
    expect(readdirSync(builds[target])).toEqual(
      expect.arrayContaining(['sidepanel.html', 'popup.html', 'options.html', 'frame.html', 'manifest.json']),
    );
  });

  it('asks for nothing at install but its few permissions', () => {
    const manifest = readManifest(target);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.permissions.filter((permission) => !PERMISSIONS[target].includes(permission))).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('shows pages nothing but the frame', () => {
    expect(readManifest(target).web_accessible_resources.flatMap(({ resources }) => resources)).toEqual(['frame.html']);
  });

  it('has the strict policy', () => {
    const { 'connect-src': connect, 'frame-ancestors': ancestors, ...others } = readPolicy(target);
    expect(connect).toBe("'self' https: http://127.0.0.1:* http://localhost:*");
    expect(ancestors).toBe("'self' https: http:");
    const { 'require-trusted-types-for': required, 'trusted-types': policies, ...sources } = others;
    expect({ required, policies }).toEqual({ required: "'script'", policies: "'none'" });
    expect(sources).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
    });
    expect(Object.values(sources).filter((source) => source !== "'none'" && source !== "'self'")).toEqual([]);
  });

  it.each([
    ...['content-scripts/helpdesk.js', 'self-hosted-helpdesks.js', 'page-sidebar.js', 'picker.js', 'scan-page.js'],
    ...HOSTED_IDS.map((id) => `helpdesks/${id}.js`),
  ])('carries no provider, no key and no schema library into pages: %s', (file) => {
    const script = readFileSync(join(builds[target], file), 'utf8');
    for (const word of [
      'api.socialboards.com',
      'app.maax.ai',
      '2hd-api-key',
      'refresh_token',
      'Bearer',
      '_zod',
      'ZodError',
      'preact',
    ]) {
      expect(script).not.toContain(word);
    }
  });
});

describe('The Chrome manifest', () => {
  it('has its floor and lets nobody connect', () => {
    const manifest = readManifest('chrome');
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(140);
    expect(manifest.externally_connectable).toEqual({ ids: [], matches: [] });
    expect(manifest.permissions).toContain('sidePanel');
  });
});

describe('The Firefox manifest', () => {
  it('has its id, its floor and says what data it handles', () => {
    const { gecko } = readManifest('firefox').browser_specific_settings as { gecko: Record<string, unknown> };
    expect(gecko.id).toBe('backscroll@backscroll.app');
    expect(Number.parseInt(String(gecko.strict_min_version), 10)).toBeGreaterThanOrEqual(140);
    expect(gecko.data_collection_permissions).toEqual({ required: ['authenticationInfo', 'websiteContent'] });
  });

  it("passes Mozilla's linter", { timeout: 60_000 }, async () => {
    const args = [join(ROOT, 'node_modules/addons-linter/bin/addons-linter'), builds.firefox, '--output', 'json'];
    // It exits with 1 on errors; what it says is in its output.
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 }).catch(
      (error: { stdout: string }) => error,
    );
    const report = JSON.parse(stdout) as { errors: unknown[]; warnings: { code: string; file: string; message: string }[] };
    expect(report.errors).toEqual([]);
    expect(report.warnings.filter(({ code, file }) => !KNOWN_WARNINGS[code]?.test(file))).toEqual([]);
  });
});

function readManifest(target: BuildTarget): Manifest {
  return JSON.parse(readFileSync(join(builds[target], 'manifest.json'), 'utf8')) as Manifest;
}

function readPolicy(target: BuildTarget): Readonly<Record<string, string>> {
  const directives = readManifest(target)
    .content_security_policy.extension_pages.split(';')
    .map((directive) => directive.trim());
  return Object.fromEntries(directives.filter(Boolean).map((directive) => directive.split(/\s+(.*)/s, 2) as [string, string]));
}
