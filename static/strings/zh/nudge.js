// @ts-check
/** The words of the nudge: a number moved by hand, and what follows. */
export default {
  "nudge.tab": "动一点",
  "nudge.step": "让{cell}动",
  "nudge.slider": "{cell}动多少",
  "nudge.keep": "保留",
  "nudge.keep_title": "在文档中把{cell}改成{value}；可以撤销",
  "nudge.zero": "步长为0时什么都不动：请给一个能让{cell}动的步长。",
  "nudge.away": "连接已断开，这里是上一步的结果；恢复连接后会得到新的结果。",
  "nudge.matrix": "动一点之后的{name} {shape}",
  "nudge.still": "没有变化的：{names}。",
  "nudge.left_out": "途中另有{count}个变量未显示。",
  "nudge.largest": "共{size}个数，其中{count}个动了，这里是动得最多的{shown}个。",
  "nudge.all": "{size}个数中有{count}个动了。",
  "nudge.slope_label": "斜率与梯度",
  "nudge.slope": "斜率",
  "nudge.gradient": "梯度",
  "nudge.covered": "请先预测{cell}；揭晓之后，这里会显示{loss}动了多少。",
  "nudge.more": "更多",
  "nudge.central": "中心差分",
  "nudge.gradient_long": "梯度",
  "nudge.relative_error": "相对误差",
  "nudge.doubt": "舍入和曲率可能使中心差分偏差{doubt}。",

  "nudge.verdict.agrees": "斜率与梯度一致。",
  "nudge.verdict.kink":
    "这里是折点：{cell}正处在{what}的地方。{loss}在两侧的斜率不同，梯度取的是其中一侧的斜率。",
  "nudge.verdict.crosses_kink":
    "这一步跨过了折点：途中{what}，此后{loss}的斜率不同。请用更小的步长。",
  "nudge.verdict.step_too_large": "步长太大：{loss}在途中是弯曲的。步长小时两者一致。",
  "nudge.verdict.step_too_small": "步长太小：{loss}这么小的变化淹没在舍入误差里。请用更大的步长。",
  "nudge.verdict.differs": "梯度不对：在数值精度允许的范围内，中心差分给出的是另一个数。",
  "nudge.verdict.not_finite": "无法比较：{loss}或它的斜率不是有限的数。",
  "nudge.kink.relu": "ReLU {node}在0处切换",
  "nudge.kink.abs": "绝对值{node}在0处转折",
  "nudge.kink.max": "最大值{node}的并列分出高下",
  "nudge.kink.other": "{node}切换",

  "nudge.plot.loading": "曲线图正在加载。",
  "nudge.plot.failed": "曲线图加载失败。",
  "nudge.plot.nothing": "没有可画的：{loss}或它的梯度不是有限的数。",
  "nudge.plot.label":
    "{loss}随{cell}的变化：切线的斜率是梯度{gradient}，动一点得到的割线斜率是{slope}。",
  "nudge.plot.x": "{cell}",
  "nudge.plot.y": "{loss}",
  "nudge.plot.tangent": "切线（梯度）",
  "nudge.plot.secant": "割线（斜率）",
};
