import style from './sidebar.css?inline';

/**
 * Gives `root` its style: as an adopted sheet, for a page's own policy may forbid style elements; where a browser refuses that to
 * content scripts, as an element.
 */
export function adoptStyle(root: ShadowRoot, document: Document): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = style;
    root.prepend(element);
  }
}
