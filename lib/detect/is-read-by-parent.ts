/**
 * Whether the frame's parent can read this document itself. It then does, from its own copy of the content script: parent and
 * frame have the same origin, so the site that enabled one enabled the other. Only frames that stand alone report for themselves.
 */
export function isReadByParent(view: Window): boolean {
  if (view.parent === view) return false;
  try {
    return Boolean(view.parent.document);
  } catch {
    return false;
  }
}
