import { isConversationId } from '../domain/ref.ts';
import type { Label } from './find-labels.ts';
import type { FoundNumber } from './read-number.ts';

const DELIMITERS = [';', '\t', '|', ','];
const MAX_ROW = 2000;

/** The line that `at` stands in, and where it begins. */
function lineAt(text: string, at: number): { readonly start: number; readonly line: string } {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return { start, line: /[^\n\r]*/.exec(text.slice(start, start + MAX_ROW))?.[0] ?? '' };
}

/**
 * The number under a label that names a column of delimited values, as exports have them: one line of names, one of values.
 * Undefined: the lines are none such, or more than one row follows.
 */
export function readColumn(text: string, { start, end }: Label): FoundNumber | undefined {
  const head = lineAt(text, start);
  const delimiter = DELIMITERS.find((sign) => head.line.split(sign).length > 2);
  const row = head.start + head.line.length + 1;
  if (!delimiter || row >= text.length) return undefined;
  const names = head.line.split(delimiter);
  const { line } = lineAt(text, row);
  const values = line.split(delimiter);
  const next = lineAt(text, row + line.length + 1).line.split(delimiter);
  if (values.length !== names.length || (row + line.length < text.length && next.length === names.length)) return undefined;
  const column = head.line.slice(0, start - head.start).split(delimiter).length - 1;
  const value = values[column]?.replace(/^[\s"']+|[\s"']+$/g, '') ?? '';
  // The label is all of its column's name, but for signs.
  const name = names[column]?.trim() ?? '';
  if (!isConversationId(value) || name.length > end - start + 12) return undefined;
  const at = row + values.slice(0, column).join(delimiter).length + (column > 0 ? 1 : 0);
  const offset = text.indexOf(value, at);
  return { id: value, start: offset, end: offset + value.length };
}
