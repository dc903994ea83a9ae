import { fail, type Result, succeed } from '../domain/result.ts';

/** Rounds of PBKDF2-SHA-256 for a new passphrase. Kept with the ciphertext, so that it can be raised later. */
export const ITERATIONS = 900_000;

/** An envelope that claims more is damaged: it would hold the browser up for minutes. */
const MOST_ITERATIONS = 20_000_000;
const SALT_BYTES = 32;
const IV_BYTES = 12;
const KEY_BYTES = 32;

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

/** A derived key: 32 raw bytes. Imported as a key that cannot be exported each time it is used. */
export type DerivedKey = Bytes;

/** Wrong passphrase, or damaged: nobody is told which. */
export type Refused = 'refused';

export function createKeyOrigin(iterations = ITERATIONS): KeyOrigin {
  return { version: 1, iterations, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/**
 * The key that belongs to a passphrase; takes 0.3 to 1.5 s with the shipped number of rounds, by intention.
 * The same passphrase typed on another system may come in another Unicode form, and still counts as the same.
 */
export async function deriveKey(passphrase: string, { salt, iterations }: KeyOrigin): Promise<DerivedKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, KEY_BYTES * 8);
  return new Uint8Array(bits);
}

function importKey(key: DerivedKey, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);
}

function algorithm(iv: Bytes, { version, iterations, salt }: KeyOrigin): AesGcmParams {
  const additionalData = new Uint8Array([...new TextEncoder().encode(`backscroll ${version} ${iterations} `), ...salt]);
  return { name: 'AES-GCM', iv, additionalData };
}

/** Encrypts a JSON value, with a fresh IV at each call. */
export async function seal(value: unknown, key: DerivedKey, origin: KeyOrigin): Promise<Envelope> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt(algorithm(iv, origin), await importKey(key, 'encrypt'), text);
  const { version, iterations, salt } = origin;
  return { version, iterations, salt, iv, ciphertext: new Uint8Array(sealed) };
}

/** Decrypts: the whole value or nothing of it. */
export async function unseal(envelope: Envelope, key: DerivedKey): Promise<Result<unknown, Refused>> {
  try {
    const opened = await crypto.subtle.decrypt(
      algorithm(envelope.iv, envelope),
      await importKey(key, 'decrypt'),
      envelope.ciphertext,
    );
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
