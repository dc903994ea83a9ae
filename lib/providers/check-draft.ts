import {
  type DraftProblem,
  type ProviderDraft,
  type ProviderSettings,
  SECRET_NAMES,
  type SecretName,
  type Secrets,
} from '../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { parseBaseUrl, parseEndpointUrl } from './base-url.ts';
import { isSecret } from './secret.ts';
import { isCommunity } from './socialboards/defaults.ts';

/** Settings with the secrets that belong to them. */
export interface ProviderSetup {
  readonly settings: ProviderSettings;
  readonly secrets: Secrets;
}

/**
 * What the set-up form holds, checked against what is stored: URLs normalised, outer white space gone, the secrets merged
 * (an empty box means the stored one). A stored secret goes to no address but the one it was typed for: another path on the same
 * host may be another customer's. Where a URL has changed, all of them are dropped and the one in use must be typed again.
 * Fails with every field that is wrong.
 */
export function checkDraft(draft: ProviderDraft, stored?: ProviderSetup): Result<ProviderSetup, readonly DraftProblem[]> {
  const problems: DraftProblem[] = [];
  const settings = checkSettings(draft.settings, problems);
  const typed = trimSecrets(draft.typed);
  const known = stored?.settings.provider === settings.provider ? stored : undefined;
  const hasMoved = known !== undefined && problems.length === 0 && !hasSameAddresses(known.settings, settings);
  const secrets: Secrets = { ...(hasMoved ? {} : known?.secrets), ...typed };
  for (const name of SECRET_NAMES) {
    if (typed[name] !== undefined && !isSecret(typed[name])) {
      problems.push({ field: name, problem: 'secret-characters' });
    }
  }
  const needed = nameSecret(settings);
  if (secrets[needed] === undefined) {
    problems.push({ field: needed, problem: known?.secrets[needed] === undefined ? 'secret-missing' : 'secret-again' });
  }
  return problems.length > 0 ? fail(problems) : succeed({ settings, secrets });
}

/** The secret that a sign-in sends. */
export function nameSecret(settings: ProviderSettings): SecretName {
  if (settings.provider === 'maax') {
    return 'apiKey';
  }
  return settings.signIn === 'refresh-token' ? 'refreshToken' : 'accessToken';
}

function checkSettings(settings: ProviderSettings, problems: DraftProblem[]): ProviderSettings {
  const baseUrl = takeUrl('baseUrl', settings.baseUrl, parseBaseUrl, problems);
  if (settings.provider === 'maax') {
    return { provider: settings.provider, baseUrl };
  }
  const tokenUrl = takeUrl('tokenUrl', settings.tokenUrl, parseEndpointUrl, problems);
  const clientId = settings.clientId.trim();
  if (settings.signIn === 'refresh-token' && clientId === '') {
    problems.push({ field: 'clientId', problem: 'client-id-missing' });
  }
  const community = settings.community.trim();
  if (community !== '' && !isCommunity(community)) {
    problems.push({ field: 'community', problem: 'community-invalid' });
  }
  return { provider: settings.provider, signIn: settings.signIn, clientId, community, baseUrl, tokenUrl };
}

function takeUrl(field: 'baseUrl' | 'tokenUrl', text: string, parse: typeof parseBaseUrl, problems: DraftProblem[]): string {
  const url = parse(text);
  if (url.ok) {
    return url.value;
  }
  problems.push({ field, problem: url.failure });
  return text;
}

function trimSecrets(typed: Secrets): Secrets {
  const trimmed = SECRET_NAMES.map((name) => [name, typed[name]?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, secret]) => secret !== ''));
}

/** Whether both make Backscroll call the same addresses; a last slash does not count. */
export function hasSameAddresses(a: ProviderSettings, b: ProviderSettings): boolean {
  return listAddresses(a) === listAddresses(b);
}

function listAddresses(settings: ProviderSettings): string {
  const urls = settings.provider === 'maax' ? [settings.baseUrl] : [settings.baseUrl, settings.tokenUrl];
  return urls.map((url) => url.replace(/\/+$/, '')).join(' ');
}
