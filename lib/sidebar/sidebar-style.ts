/** The launcher's and the dock's look. Adopted as a constructed sheet: a page's own policy may forbid style elements. */
export const SIDEBAR_STYLE = `
:host { color-scheme: light dark;
  --face: #ffffff; --ink: #26303c; --quiet: #5d6875; --line: #d7dde4; --hover: #eef2f6; --brand: #2f5fd0; --shade: rgb(15 23 42 / 18%) }
@media (prefers-color-scheme: dark) { :host { --face: #1d232b; --ink: #e7ebf0; --quiet: #a3afbd; --line: #364050; --hover: #2a323d;
  --brand: #8fb0ff; --shade: rgb(0 0 0 / 55%) } }
* { box-sizing: border-box }
.launcher, .dock, .note { font: 13px/1.3 system-ui, -apple-system, "Segoe UI", sans-serif }
[hidden] { display: none !important }
button { all: unset; box-sizing: border-box; display: grid; place-items: center; cursor: pointer; color: var(--quiet) }
.launcher, .handle { touch-action: none; user-select: none }
button:focus-visible, .handle:focus-visible { outline: 2px solid var(--brand); outline-offset: -2px }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round }
.launcher { position: fixed; translate: 0 -50%; width: 30px; height: 52px; background: var(--face); color: var(--brand); border: 1px solid var(--line);
  box-shadow: 0 2px 10px var(--shade); opacity: .94; transition: width .14s ease, opacity .14s ease }
.launcher:hover, .launcher:focus-visible { width: 38px; opacity: 1 }
.right .launcher { right: 0; border-right: 0; border-radius: 12px 0 0 12px }
.left .launcher { left: 0; border-left: 0; border-radius: 0 12px 12px 0 }
.dock { position: fixed; top: 0; bottom: 0; display: grid; grid-template-rows: 38px minmax(0, 1fr); background: var(--face);
  color: var(--ink); box-shadow: 0 0 24px var(--shade) }
.right .dock { right: 0; border-left: 1px solid var(--line) }
.left .dock { left: 0; border-right: 1px solid var(--line) }
.strip { display: flex; align-items: center; gap: 2px; padding: 0 6px 0 12px; border-bottom: 1px solid var(--line) }
.name { display: flex; align-items: center; gap: 7px; flex: 1; min-width: 0; font-weight: 600; letter-spacing: .01em; color: var(--ink) }
.name svg { color: var(--brand) }
.strip button { width: 30px; height: 28px; border-radius: 7px }
.strip .word { display: flex; gap: 5px; width: auto; padding: 0 8px }
.strip button:hover { background: var(--hover); color: var(--ink) }
iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--face); color-scheme: normal }
.note { position: fixed; bottom: 24px; display: flex; align-items: center; gap: 10px; padding: 8px 8px 8px 14px; background: var(--face);
  color: var(--ink); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 2px 10px var(--shade); animation: go 10s forwards }
.note:hover, .note:focus-within { animation: none }
.right .note { right: 16px }
.left .note { left: 16px }
.note button { padding: 4px 8px; border-radius: 7px; color: var(--brand); font-weight: 600 }
.note button:hover { background: var(--hover) }
@keyframes go { 97% { opacity: 1 } to { opacity: 0; visibility: hidden } }
.handle { position: absolute; top: 0; bottom: 0; width: 9px; cursor: ew-resize }
.right .handle { left: -5px }
.left .handle { right: -5px }
.handle::after { content: ""; position: absolute; inset: 0 4px; background: transparent; transition: background .14s ease }
.handle:hover::after, .handle:focus-visible::after, .dragging .handle::after { background: var(--brand) }
.dragging iframe { pointer-events: none }
@media (prefers-reduced-motion: reduce) { .launcher, .handle::after { transition: none } }
@media (forced-colors: active) { .launcher, .dock, .note { border: 1px solid ButtonText } }
@media print { .launcher, .dock, .note { display: none } }
`;

/** Gives `root` its style: as an adopted sheet, or where a browser refuses that to content scripts, as an element. */
export function adoptStyle(root: ShadowRoot, document: Document): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SIDEBAR_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = SIDEBAR_STYLE;
    root.prepend(style);
  }
}
