// @ts-check

export default {
  "grid.unreached": "尚未传到",
  "grid.nopath": "没有通往输出的路径",
  "grid.failed": "数字没能加载。",
  "grid.waiting": "正在加载",
  "grid.covered": "已盖住：先预测",
  "grid.range": "{from}至{to}",
  "grid.zoom": "看数字",
  "grid.zoom_of": "看{name}的数字",

  "grid.number.empty": "请输入一个数，例如-0.5、1/3或ln 2。",
  "grid.number.too_long": "作为一个数，这太长了。",
  "grid.number.too_deep": "括号嵌套得太深了。",
  "grid.number.syntax": "这不是一个数。可以写-0.5、1/3、ln 2、2*sqrt(3)。",
  "grid.number.comma": "小数要用点：写0.5，不写0,5。",
  "grid.number.unknown_name":
    "没有{name}这个名字。可用的有pi、e、ln、exp、sqrt、abs、sin、cos和tanh。",
  "grid.number.division_by_zero": "这里除以了0。",
  "grid.number.infinite": "这是无穷大；数必须是有限的。",
  "grid.number.nan": "这没有值。",

  "values.role.input": "输入",
  "values.role.parameter": "参数",
  "values.role.target": "监督数据",
  "values.upstream": "上游传来的梯度",
  "values.label": "{name}，{role}，形状{shape}",
  "values.upstream_label": "上游传来的梯度，送入输出{name}，形状{shape}",
};
