import type { Control } from './page.ts';

/** Input types that show what they hold; a search box holds a question, not a value. */
const SHOWN_TYPES = /^(?:text|number|tel|url|email)$/;

/** Whether `element`, a form control, shows what it holds. */
export function isShownControl(element: Element): element is Control {
  return element.localName !== 'input' || SHOWN_TYPES.test((element as HTMLInputElement).type);
}

/** What a visible control shows. */
export function readControl(control: Control): string {
  if (control.localName !== 'select') return control.value;
  const select = control as HTMLSelectElement;
  return select.options[select.selectedIndex]?.text ?? '';
}
