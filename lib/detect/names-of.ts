/** Attributes that name an element for its reader. */
const ATTRIBUTES = ['aria-label', 'field-label', 'title', 'placeholder'];

/** The elements that an attribute names; `fieldName` is the helpdesk's own attribute for a field's technical name. */
export function namedBy(fieldName: string | undefined): string {
  return ['aria-labelledby', ...ATTRIBUTES, ...(fieldName ? [fieldName] : [])].map((name) => `[${name}]`).join(',');
}

/** What an element is called, by its attributes. */
export function namesOf(element: Element, fieldName?: string): readonly string[] {
  const references = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const root = element.getRootNode() as Document | ShadowRoot;
  const referred = references.map((id) => root.getElementById?.(id)?.textContent ?? '');
  const attributes = ATTRIBUTES.map((name) => element.getAttribute(name) ?? '');
  const technical = fieldName ? (element.getAttribute(fieldName) ?? '').replace(/__c$/i, '') : '';
  return [referred.join(' '), ...attributes, technical].filter((name) => name !== '');
}
