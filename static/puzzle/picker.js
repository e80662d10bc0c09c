// @ts-check
import { h } from "../dom.js";

/**
 * One number field for each axis of an array, to say which cell.
 *
 * @param {{ label: string, shape: readonly number[], index: number[], key: string,
 *   pick: (index: number[]) => void }} what
 */
export function cellPicker({ label, shape, index, key, pick }) {
  const fields = shape.map((size, axis) => {
    const options = Array.from(
      { length: size },
      (_, at) => h("option", { value: at, selected: at === index[axis] }, String(at)),
    );
    const field = h("select", {
      ...{ class: "puzzle__axis", "data-focus": `cell:${key}:${axis}` },
      "aria-label": `${label} ${axis}`,
    }, ...options);
    field.addEventListener("change", () => {
      pick(index.map((at, n) => (n === axis ? Number(field.value) : at)));
    });
    return field;
  });
  return h("span", { class: "puzzle__cell", role: "group", "aria-label": label }, ...fields);
}
