// @ts-check
/** The words of the three levels, and of the scalar graph of one element. */
export default {
  "levels.levels": "Level of detail",
  "levels.layers": "Layers",
  "levels.operations": "Operations",
  "levels.element": "One element",
  "levels.none": "This program has no layers: it is made of operations already.",

  "scalar.tab": "One element",
  "scalar.rest": "{count} more",
  "scalar.sends": "back to {name}: {message}",
  "scalar.walk": "Go on to this element",
  "scalar.list": "The same as equations",
};
