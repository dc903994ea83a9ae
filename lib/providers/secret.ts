/** Printable ASCII without spaces: what may stand in a header. The longest fits a large JWT. */
const SECRET = /^[\x21-\x7e]{1,8192}$/;

/** Whether a key or token can be sent as it is. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}
