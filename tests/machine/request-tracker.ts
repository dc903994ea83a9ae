import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { endProcessGroup } from '../../demo/browsers/end-process.ts';
import { canInstallPackages, installPackages } from '../../demo/browsers/install-packages.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { CONVERSATION_FIELD, type NewTicket, writeInitialData, writeSiteConfig } from './request-tracker-files.ts';

const PACKAGES = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'];
const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SET_UP = '/usr/sbin/rt-setup-database-5';

/** What every new Request Tracker starts with. */
const ROOT = { name: 'root', password: 'password' };

/** A Request Tracker 5 of this run's own: fresh database, own settings, nothing of the machine's changed. */
export interface RequestTracker {
  /** Without a last slash. */
  readonly url: string;
  /** Makes a ticket in the queue "General" and answers with its number. */
  readonly createTicket: (ticket: NewTicket) => Promise<number>;
  readonly ticketUrl: (ticket: number) => string;
  /** Signs a browser in by the login form. */
  readonly signIn: (page: Page) => Promise<void>;
  /** Ends the server with all its workers and removes its files. */
  readonly close: () => Promise<void>;
}

/** Where Request Tracker cannot run: the reason, for the skipped story to print. */
export function installRequestTracker(): string | undefined {
  if (existsSync(SERVER) && existsSync(SET_UP)) return undefined;
  if (!canInstallPackages()) {
    return `Request Tracker 5 is not installed, and only root on Debian 12 can install it (packages ${PACKAGES.join(', ')}).`;
  }
  try {
    installPackages(PACKAGES);
  } catch (error) {
    return `Request Tracker 5 could not be installed: ${error instanceof Error ? error.message : error}`;
  }
  return existsSync(SERVER) ? undefined : `The packages are installed, but ${SERVER} is missing.`;
}

export async function startRequestTracker(): Promise<RequestTracker> {
  const folder = makeTemporaryFolder('rt');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(join(folder, 'config'));
  // Both names are read by Request Tracker itself; the machine's own configuration stays as it is.
  const env = {
    ...process.env,
    RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(folder, 'config'),
  };
  writeFileSync(env.RT_SITE_CONFIG, '1;\n');
  writeSiteConfig(join(folder, 'config', 'backscroll.pm'), { port, database: join(folder, 'tickets.sqlite') });
  const initialData = join(folder, 'initialdata');
  writeInitialData(initialData);
  runSetUp(['--action', 'init', '--skip-create'], env);
  runSetUp(['--action', 'insert', '--datafile', initialData], env);

  // It forks its workers: a group of its own, so that all can be ended.
  const server = spawn(SERVER, ['--host', '127.0.0.1', '--port', String(port)], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const close = async (): Promise<void> => {
    await endProcessGroup(server);
    removeTemporaryFolder(folder);
  };
  try {
    await waitForAnswer(url, server, output);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    createTicket: (ticket) => createTicket(url, ticket),
    ticketUrl: (ticket) => `${url}/Ticket/Display.html?id=${ticket}`,
    signIn: (page) => signIn(url, page),
    close,
  };
}

async function createTicket(url: string, { subject, text, conversationId }: NewTicket): Promise<number> {
  const answer = await fetch(`${url}/REST/2.0/ticket`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${ROOT.name}:${ROOT.password}`)}` },
    body: JSON.stringify({
      Subject: subject,
      Queue: 'General',
      Requestor: 'kari.nordmann@example.com',
      Content: text,
      ContentType: 'text/plain',
      ...(conversationId === undefined ? {} : { CustomFields: { [CONVERSATION_FIELD]: conversationId } }),
    }),
  });
  if (answer.status !== 201) throw new Error(`Request Tracker answered ${answer.status}: ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return Number(id);
}

async function signIn(url: string, page: Page): Promise<void> {
  await page.goto(`${url}/`);
  await page.locator('input[name="user"]').fill(ROOT.name);
  await page.locator('input[name="pass"]').fill(ROOT.password);
  await Promise.all([page.waitForNavigation(), page.locator('form#login input[type="submit"]').click()]);
  if ((await page.$('input[name="pass"]')) !== null) throw new Error('Request Tracker refused its own root password.');
}

async function waitForAnswer(url: string, server: ChildProcess, output: readonly string[]): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && server.exitCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Request Tracker does not answer on ${url}:\n${output.join('').slice(-2000)}`);
}

function runSetUp(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const run = spawnSync(SET_UP, args, { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`rt-setup-database ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
