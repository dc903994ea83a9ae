const LONGEST_NAME = 200;

/** A name that may be displayed: trimmed, at most 200 characters, undefined where there is none. */
export function boundName(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  // By code points: half a surrogate pair would be drawn as a replacement character.
  const name = [...value.trim().slice(0, 2 * LONGEST_NAME)].slice(0, LONGEST_NAME).join('');
  return name === '' ? undefined : name;
}
