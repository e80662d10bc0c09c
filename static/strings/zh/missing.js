// @ts-check
/** The words of the fields for leaves without a value, in Chinese. */
export default {
  "missing.one": "{names}还没有值。下面这个值合适：",
  "missing.many": "{names}还没有值。下面这些值合适：",
  "missing.give": "就用这个值",
  "missing.give_all": "就用这些值",
  "missing.no_array": "这不是一个值。可以写1/3、[1, 2]、[[1, 2], [3, 4]]、zeros(3, 2)、ones(4)。",
};
