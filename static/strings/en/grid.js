// @ts-check

export default {
  "grid.unreached": "not reached yet",
  "grid.nopath": "no path to the output",
  "grid.failed": "The numbers could not be loaded.",
  "grid.waiting": "loading",
  "grid.covered": "covered: predict it first",
  "grid.range": "{from} to {to}",
  "grid.zoom": "Numbers",
  "grid.zoom_of": "Numbers of {name}",

  "grid.number.empty": "Type a number, such as -0.5, 1/3 or ln 2.",
  "grid.number.too_long": "This is too long for a number.",
  "grid.number.too_deep": "This has too many brackets inside each other.",
  "grid.number.syntax": "This is not a number. Understood are -0.5, 1/3, ln 2, 2*sqrt(3).",
  "grid.number.comma": "Decimals take a point: 0.5, not 0,5.",
  "grid.number.unknown_name":
    "{name} is no known name. Known are pi, e, ln, exp, sqrt, abs, sin, cos and tanh.",
  "grid.number.division_by_zero": "This divides by zero.",
  "grid.number.infinite": "This is infinite; a number has to be finite.",
  "grid.number.nan": "This has no value.",

  "values.role.input": "input",
  "values.role.parameter": "parameter",
  "values.role.target": "target",
  "values.upstream": "upstream gradient",
  "values.label": "{name}, {role}, shape {shape}",
  "values.upstream_label": "upstream gradient, fed into the output {name}, shape {shape}",
};
