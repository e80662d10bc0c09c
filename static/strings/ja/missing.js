// @ts-check
/** The words of the fields for leaves without a value, in Japanese. */
export default {
  "missing.one": "{names}にはまだ値がありません。次の値なら合います：",
  "missing.many": "{names}にはまだ値がありません。次の値なら合います：",
  "missing.give": "この値にする",
  "missing.give_all": "これらの値にする",
  "missing.no_array":
    "値として読めません。1/3、[1, 2]、[[1, 2], [3, 4]]、zeros(3, 2)、ones(4)のように書けます。",
};
