import { isConversationId } from '../domain/ref.ts';
import { isRecord, type JsonRecord } from './json-record.ts';

/** Members that hold the id of the conversation that their object belongs to. */
const ID_KEYS = ['conversation_id', 'conversationId'];
const CONVERSATION = 'conversation';

/** Where the text of an answer that broke off says whose it is, as far as it can be told. */
const ID_IN_TEXT = /"(conversation_?)?id"\s*:\s*"?(\d+)/gi;

/**
 * The ids by which an object says which conversation it belongs to. `isConversation`: it is the conversation itself, so that its
 * own `id` counts, where it has no better one.
 */
export function listNames(holder: JsonRecord, isConversation: boolean): readonly unknown[] {
  const named = ID_KEYS.map((key) => holder[key]).filter(isPresent);
  const own = isConversation && named.length === 0 && isPresent(holder.id) ? [holder.id] : named;
  const linked = holder[CONVERSATION];
  return mayBeId(linked) ? [...own, linked] : own;
}

/** Whether what stands for a conversation's id is the asked one. */
export function isAsked(name: unknown, id: string): boolean {
  return name === id || (typeof name === 'number' && String(name) === id);
}

export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether a value could be the id of a conversation. */
export function mayBeId(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && isConversationId(String(value));
}

/**
 * Whether an answer that could not be read names, anywhere, another conversation than `id`. Stricter than reading is: in doubt
 * yes, as a raw answer is worth less than another customer's words.
 */
export function namesOther(answer: unknown, id: string): boolean {
  if (typeof answer === 'string') {
    return /^\s*[{[]/.test(answer) && isTextOfOther([...answer.matchAll(ID_IN_TEXT)], id);
  }
  const left: { readonly value: unknown; readonly isConversation: boolean }[] = [{ value: answer, isConversation: true }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, isConversation } = next;
    if (Array.isArray(value)) {
      for (const one of value) {
        left.push({ value: one, isConversation: false });
      }
    } else if (isRecord(value)) {
      if (listNamesInDoubt(value, isConversation).some((name) => !isAsked(name, id))) {
        return true;
      }
      for (const [key, inner] of Object.entries(value)) {
        left.push({ value: inner, isConversation: isConversation && key === 'data' ? true : key === CONVERSATION });
      }
    }
  }
  return false;
}

/** Any `id` may be a message's; but one of them should be the asked one. */
function isTextOfOther(names: readonly RegExpExecArray[], id: string): boolean {
  const isOther = names.some(([, isConversation, name]) => isConversation !== undefined && name !== id);
  return isOther || (names.length > 0 && names.every(([, , name]) => name !== id));
}

/** Around a list of objects, an `id` is that of what the list belongs to. */
function listNamesInDoubt(holder: JsonRecord, isConversation: boolean): readonly unknown[] {
  const holdsList = Object.values(holder).some((value) => Array.isArray(value) && value.some(isRecord));
  const { id } = holder;
  return [...listNames(holder, isConversation), ...(holdsList && mayBeId(id) ? [id] : [])];
}
