import { fail, type Result, succeed } from '../domain/result.ts';

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/**
 * Parses a provider's answer. Integers beyond 2^53 become strings of their digits: rounded, one conversation's id would be
 * another's. (`context.source`: Chrome 114, Firefox 135.) Fails with the text itself where it is no JSON.
 */
export function parseJson(text: string): Result<unknown, string> {
  try {
    const reviver: Reviver | undefined = /\d{16}/.test(text) ? keepDigits : undefined;
    return succeed(JSON.parse(text, reviver));
  } catch {
    return fail(text);
  }
}

const keepDigits: Reviver = (_key, value, context) => {
  const isRounded = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value;
};
