import { SIDEBAR_TAG, type SidebarStrings } from '../domain/site.ts';
import { adoptStyle } from './adopt-style.ts';
import { drawIcon, type IconName } from './draw-icon.ts';

/** The sidebar's parts. */
export interface SidebarParts {
  readonly host: HTMLElement;
  /** Carries the side's class. */
  readonly box: HTMLElement;
  readonly launcher: HTMLButtonElement;
  readonly dock: HTMLElement;
  readonly move: HTMLButtonElement;
  readonly switchOff: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  readonly handle: HTMLElement;
  /** Says that it was switched off. */
  readonly note: HTMLElement;
  readonly undo: HTMLButtonElement;
}

/** Set on the element itself and with weight, so that a page's own rules do not hide or stretch it. */
const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'z-index': '2147483646',
};

function makeBox(document: Document, tag: string, className: string): HTMLElement {
  const box = document.createElement(tag);
  box.className = className;
  return box;
}

/** Gives a button its picture and its name. */
export function setFace(button: HTMLButtonElement, icon: IconName, name: string, size = 17): void {
  button.replaceChildren(drawIcon(button.ownerDocument, icon, size));
  button.title = name;
  button.setAttribute('aria-label', name);
}

function makeButton(document: Document, icon: IconName, name: string, size?: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  setFace(button, icon, name, size);
  return button;
}

function makeHandle(document: Document, name: string): HTMLElement {
  const handle = makeBox(document, 'div', 'handle');
  handle.tabIndex = 0;
  handle.title = name;
  for (const [attribute, value] of Object.entries({ role: 'separator', 'aria-orientation': 'vertical', 'aria-label': name })) {
    handle.setAttribute(attribute, value);
  }
  return handle;
}

/** Builds the sidebar's one element; it is not in the page yet. */
export function buildSidebar(document: Document, strings: SidebarStrings): SidebarParts {
  const host = document.createElement(SIDEBAR_TAG);
  for (const [property, value] of Object.entries(HOST_STYLE)) host.style.setProperty(property, value, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  const box = makeBox(document, 'div', 'right');
  const launcher = makeButton(document, 'bubble', strings.open, 19);
  launcher.className = 'launcher';
  const dock = makeBox(document, 'section', 'dock');
  dock.setAttribute('aria-label', strings.name);
  const strip = makeBox(document, 'div', 'strip');
  const name = makeBox(document, 'span', 'name');
  name.append(drawIcon(document, 'bubble', 17), strings.name);
  const move = makeButton(document, 'toLeft', strings.moveLeft);
  const switchOff = makeButton(document, 'off', strings.switchOff);
  const close = makeButton(document, 'close', strings.close);
  switchOff.classList.add('word');
  switchOff.append(strings.off);
  const handle = makeHandle(document, strings.resize);
  const note = makeBox(document, 'div', 'note');
  note.setAttribute('role', 'status');
  const undo = document.createElement('button');
  undo.append(strings.undo);
  note.append(strings.isOff, undo);
  strip.append(name, move, switchOff, close);
  dock.append(strip, handle);
  box.append(launcher, dock, note);
  root.append(box);
  adoptStyle(root, document);
  return { host, box, launcher, dock, move, switchOff, close, handle, note, undo };
}
