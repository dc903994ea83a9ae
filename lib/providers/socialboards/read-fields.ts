import type { ConversationFacts } from '../../domain/conversation.ts';
import { boundName } from '../bound-name.ts';
import type { WireConversation } from './wire.ts';

const MOST_FIELDS = 50;
const LONGEST_VALUE = 1_000;

/** No page shows the object: a ticket's custom field has `key` and `value`, the name of this one speaks of an id. */
const NAME_KEYS = ['name', 'title', 'label', 'key', 'id', 'fieldId', 'customFieldId'];

/** The account's own fields, those that have a name (or a number) and a value. They may be absent, null or an empty list. */
export function readFields(fields: WireConversation['fields']): Pick<ConversationFacts, 'fields'> {
  const read = (fields ?? []).slice(0, MOST_FIELDS).flatMap((field) => {
    const name = NAME_KEYS.map((key) => boundName(readText(field?.[key]))).find((found) => found !== undefined);
    const value = readText(field?.value)?.trim().slice(0, LONGEST_VALUE);
    return name && value ? [{ name, value }] : [];
  });
  return read.length > 0 ? { fields: read } : {};
}

/** Lists of choices become one text. */
function readText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((one) => readText(one) ?? []).join(', ');
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
