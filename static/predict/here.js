// @ts-check
/** @import { Numbers } from "../explain/types.js" */
import { arrayData } from "../grid/fetch.js";

/** The numbers of an array; none where they are not here yet. @type {Numbers} */
export function here(array) {
  const data = arrayData(array);
  return data instanceof Promise ? [] : data;
}
