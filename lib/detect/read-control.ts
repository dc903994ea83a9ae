import type { Control } from './page.ts';

/** Input types that show what they hold; a search box holds a question, not a value. */
const SHOWN_TYPES = new Set(['text', 'number', 'tel', 'url', 'email']);

/** Whether `element` is a control that takes a value, shown or empty. */
export function isControl(element: Element): element is Control {
  const tag = element.localName;
  return tag === 'textarea' || tag === 'select' || (tag === 'input' && SHOWN_TYPES.has((element as HTMLInputElement).type));
}

/** What a visible control shows. */
export function readControl(control: Control): string {
  if (control.localName !== 'select') return control.value;
  const select = control as HTMLSelectElement;
  return select.options[select.selectedIndex]?.text ?? '';
}
