// @ts-check
/** The words of the fields for leaves without a value. */
export default {
  "missing.one": "{names} has no value yet. This one fits:",
  "missing.many": "{names} have no values yet. These fit:",
  "missing.give": "Give it this value",
  "missing.give_all": "Give them these values",
  "missing.no_array":
    "This is no value. Understood are 1/3, [1, 2], [[1, 2], [3, 4]], zeros(3, 2) and ones(4).",
};
