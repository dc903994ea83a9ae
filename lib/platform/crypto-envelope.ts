import { fail, type Result, succeed } from '../domain/result.ts';

/** Rounds of PBKDF2-SHA-256 for a new passphrase. Kept with the ciphertext, so that it can be raised later. */
export const ITERATIONS = 900_000;

/** An envelope that claims more is damaged: it would hold the browser up for minutes. */
const MOST_ITERATIONS = 20_000_000;
const SALT_BYTES = 32;
const IV_BYTES = 12;
const AES = { name: 'AES-GCM', length: 256 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

/** How a key came from its passphrase. */
export interface KeyOrigin {
  readonly version: 1;
  readonly iterations: number;
  readonly salt: Bytes;
}

/** A value encrypted with AES-256-GCM. What stands beside the ciphertext is authenticated with it. */
export interface Envelope extends KeyOrigin {
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/** An AES-256-GCM key that came from a passphrase. */
export type DerivedKey = CryptoKey;

/** Wrong passphrase, or damaged: nobody is told which. */
export type Refused = 'refused';

export function createKeyOrigin(iterations = ITERATIONS): KeyOrigin {
  return { version: 1, iterations, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/**
 * The key that belongs to a passphrase; takes 0.3 to 1.5 s with the shipped number of rounds, by intention.
 * The same passphrase typed on another system may come in another Unicode form, and still counts as the same.
 * It can be exported, so that it can be wrapped: it is held as `unwrapKey` gives it back.
 */
export async function deriveKey(passphrase: string, { salt, iterations }: KeyOrigin): Promise<DerivedKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, material, AES, true, ['encrypt', 'decrypt']);
}

/** A key that wraps others; it cannot be exported. */
export function createHolder(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, ['wrapKey', 'unwrapKey']);
}

/** The derived key as base64, of no use without its holder. */
export async function wrapKey(key: DerivedKey, holder: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const wrapped = await crypto.subtle.wrapKey('raw', key, holder, { name: 'AES-GCM', iv });
  return btoa(String.fromCharCode(...iv, ...new Uint8Array(wrapped)));
}

/** The derived key again, and now it cannot be exported. Rejects where the holder is another one, or something was changed. */
export async function unwrapKey(wrapped: string, holder: CryptoKey): Promise<DerivedKey> {
  const bytes = Uint8Array.from(atob(wrapped), (sign) => sign.charCodeAt(0));
  const how = { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES) };
  return crypto.subtle.unwrapKey('raw', bytes.subarray(IV_BYTES), holder, how, AES, false, ['encrypt', 'decrypt']);
}

function algorithm(iv: Bytes, { version, iterations, salt }: KeyOrigin): AesGcmParams {
  const additionalData = new Uint8Array([...new TextEncoder().encode(`backscroll ${version} ${iterations} `), ...salt]);
  return { name: 'AES-GCM', iv, additionalData };
}

/** Encrypts a JSON value, with a fresh IV at each call. */
export async function seal(value: unknown, key: DerivedKey, origin: KeyOrigin): Promise<Envelope> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt(algorithm(iv, origin), key, text);
  const { version, iterations, salt } = origin;
  return { version, iterations, salt, iv, ciphertext: new Uint8Array(sealed) };
}

/** Decrypts: the whole value or nothing of it. */
export async function unseal(envelope: Envelope, key: DerivedKey): Promise<Result<unknown, Refused>> {
  try {
    const opened = await crypto.subtle.decrypt(algorithm(envelope.iv, envelope), key, envelope.ciphertext);
    return succeed(JSON.parse(new TextDecoder().decode(opened)) as unknown);
  } catch {
    return fail('refused');
  }
}

function isBytes(value: unknown, length?: number): boolean {
  return value instanceof Uint8Array && (length === undefined || value.length === length);
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { version, iterations, salt, iv, ciphertext } = value as Partial<Record<keyof Envelope, unknown>>;
  const isRound = Number.isInteger(iterations) && (iterations as number) >= 1 && (iterations as number) <= MOST_ITERATIONS;
  return version === 1 && isRound && isBytes(salt, SALT_BYTES) && isBytes(iv, IV_BYTES) && isBytes(ciphertext);
}

/**
 * A stored value as an envelope. One that is none becomes an envelope that no passphrase opens, so that trying to open it
 * takes as long as a wrong passphrase does.
 */
export function readEnvelope(value: unknown): Envelope {
  if (isEnvelope(value)) return value;
  return { ...createKeyOrigin(), iv: new Uint8Array(IV_BYTES), ciphertext: new Uint8Array(0) };
}
