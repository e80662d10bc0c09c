// @ts-check

/**
 * What has the focus on the stage, so that the same can get it when all is drawn anew. Null where
 * the focus is elsewhere.
 *
 * @param {HTMLElement} root
 * @returns {string | null}
 */
export function focusIn(root) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !root.contains(active)) return null;
  return active.dataset.focus ?? "";
}

/**
 * Gives the focus to what is known by a key; where that is gone, to the beat or the tab that is
 * open.
 *
 * @param {HTMLElement} root
 * @param {string} key
 */
export function focusAgain(root, key) {
  const same = key === "" ? null : root.querySelector(`[data-focus=${JSON.stringify(key)}]`);
  const open = root.querySelector('[role="radio"][aria-checked="true"]') ??
    root.querySelector('[role="tab"][aria-selected="true"]');
  const target = same ?? open;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
