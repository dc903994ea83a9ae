import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import {
  createHolder,
  createKeyOrigin,
  type DerivedKey,
  deriveKey,
  type Envelope,
  ITERATIONS,
  readEnvelope,
  seal,
  unseal,
  unwrapKey,
  wrapKey,
} from './crypto-envelope.ts';

/** Enough for a property; the shipped number is asserted by itself. */
const FEW = 2;
const REFUSED = { ok: false, failure: 'refused' };
const secrets = { maax: { secrets: { apiKey: 'right-key' } } };

async function lock(value: unknown, passphrase = 'correct horse'): Promise<{ key: DerivedKey; envelope: Envelope }> {
  const origin = createKeyOrigin(FEW);
  const key = await deriveKey(passphrase, origin);
  return { key, envelope: await seal(value, key, origin) };
}

const flip = (bytes: Uint8Array<ArrayBuffer>, bit: number) => {
  const copy = bytes.slice();
  copy[(bit >> 3) % copy.length] = (copy[(bit >> 3) % copy.length] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe('the envelope', () => {
  it('is made with at least 900,000 rounds, a salt of 32 bytes and an IV of 12', async () => {
    expect(ITERATIONS).toBeGreaterThanOrEqual(900_000);
    expect(createKeyOrigin()).toMatchObject({ version: 1, iterations: ITERATIONS });
    const { envelope } = await lock(secrets);
    expect([envelope.salt.length, envelope.iv.length]).toEqual([32, 12]);
  });

  it('gives back what was put in, whatever that was and whatever the passphrase', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'grapheme' }), async (value, passphrase) => {
        const { envelope } = await lock(value, passphrase);
        const opened = await unseal(envelope, await deriveKey(passphrase, envelope));
        expect(opened).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('opens to nothing when any bit is another one', async () => {
    const { envelope } = await lock(secrets);
    const parts = ['salt', 'iv', 'ciphertext'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.nat(8 * 512), async (part, bit) => {
        const damaged = readEnvelope({ ...envelope, [part]: flip(envelope[part], bit) });
        expect(await unseal(damaged, await deriveKey('correct horse', damaged))).toEqual(REFUSED);
      }),
    );
  });

  it.each([{ iterations: FEW + 1 }, { version: 2 }, { ciphertext: new Uint8Array(0) }])(
    'opens to nothing with %j',
    async (change) => {
      const { envelope, key } = await lock(secrets);
      const damaged = { ...envelope, ...change } as Envelope;
      expect(await unseal(damaged, key)).toEqual(REFUSED);
      expect(await unseal(damaged, await deriveKey('correct horse', damaged))).toEqual(REFUSED);
    },
  );

  it('opens to nothing under another passphrase', async () => {
    const { envelope } = await lock(secrets);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (passphrase) => {
        fc.pre(passphrase.normalize('NFKC') !== 'correct horse');
        expect(await unseal(envelope, await deriveKey(passphrase, envelope))).toEqual(REFUSED);
      }),
      { numRuns: SLOW_PROPERTY_RUNS },
    );
  });

  it('takes a passphrase in either Unicode form', async () => {
    const { envelope } = await lock(secrets, 'bl\u00e5b\u00e6r og fl\u00f8te');
    expect((await unseal(envelope, await deriveKey('bla\u030ab\u00e6r og fl\u00f8te', envelope))).ok).toBe(true);
  });

  it('never uses an IV or a salt twice, and holds no clear text', async () => {
    const origin = createKeyOrigin(FEW);
    const key = await deriveKey('correct horse', origin);
    const sealed = await Promise.all(Array.from({ length: 50 }, () => seal(secrets, key, origin)));
    expect(new Set(sealed.map(({ iv }) => iv.join())).size).toBe(50);
    expect(createKeyOrigin().salt).not.toEqual(createKeyOrigin().salt);
    expect(sealed.map(({ ciphertext }) => new TextDecoder().decode(ciphertext)).join()).not.toContain('right-key');
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { version: 1, iterations: 2 ** 40, salt: new Uint8Array(32), iv: new Uint8Array(12), ciphertext: new Uint8Array(40) },
    { version: 1, iterations: 0.5, salt: new Uint8Array(32), iv: new Uint8Array(12), ciphertext: new Uint8Array(40) },
    { version: 1, iterations: 1, salt: new Uint8Array(3), iv: new Uint8Array(12), ciphertext: new Uint8Array(40) },
  ])('takes what is no envelope (%#) for one that cannot be opened, at the usual cost', async (value) => {
    const envelope = readEnvelope(value);
    expect(envelope.iterations).toBe(ITERATIONS);
    expect(await unseal(envelope, await deriveKey('correct horse', createKeyOrigin(FEW)))).toEqual(REFUSED);
  });
});

describe('a wrapped key', () => {
  const make = async () => {
    const { key, envelope } = await lock(secrets);
    const holder = await createHolder();
    return { key, envelope, holder, wrapped: await wrapKey(key, holder) };
  };

  it('opens what it opened before, and cannot be exported, nor can its holder', async () => {
    const { envelope, holder, wrapped } = await make();
    const key = await unwrapKey(wrapped, holder);
    expect(await unseal(envelope, key)).toEqual({ ok: true, value: secrets });
    for (const one of [key, holder]) {
      expect(one.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', one)).rejects.toThrow();
    }
  });

  it('is no part of what it is wrapped in', async () => {
    const { key, wrapped } = await make();
    const raw = String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('raw', key)));
    expect(atob(wrapped)).not.toContain(raw.slice(0, 8));
  });

  it('comes back to its own holder only, and whole', async () => {
    const { holder, wrapped } = await make();
    await expect(unwrapKey(wrapped, await createHolder())).rejects.toThrow();
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * 256), async (bit) => {
        const damaged = flip(
          Uint8Array.from(atob(wrapped), (sign) => sign.charCodeAt(0)),
          bit,
        );
        await expect(unwrapKey(btoa(String.fromCharCode(...damaged)), holder)).rejects.toThrow();
      }),
    );
  });
});
