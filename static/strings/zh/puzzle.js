// @ts-check
/** The words of the puzzle, in Chinese. */
export default {
  "region.puzzle": "哪个乘积",
  "puzzle.ask": "哪个乘积？",
  "puzzle.title": "哪个乘积是{gradient}？",
  "puzzle.title_siblings": "{op}的各个梯度",
  "puzzle.tabs": "谜题与同族梯度",
  "puzzle.tab.product": "哪个乘积？",
  "puzzle.tab.siblings": "同族梯度",
  "puzzle.sides": "要求的梯度",
  "puzzle.given": "已知",
  "puzzle.candidates": "候选乘积",
  "puzzle.question":
    "{target}与{name}形状相同：{shape}。先选出你认为对的乘积，然后每个乘积会显示它的结果。",
  "puzzle.row": "乘积左边的向量当作一行：一个样本就是一行。",
  "puzzle.undefined": "无定义：内侧长度{a}与{b}不同。",
  "puzzle.misfit": "得到{got}，而不是{shape}。",
  "puzzle.fits": "符合：{shape}。",
  "puzzle.one": "只有一个乘积的形状是{shape}。这样就没得选了，却没有给出理由；动一点才能给出理由。",
  "puzzle.several": "有{count}个乘积的形状都是{shape}。单凭形状无法判定，动一点就能判定。",
  "puzzle.nudge": "把{cell}动一点",
  "puzzle.measured": "把{cell}动{by}：{loss}从{before}变为{after}。{change} / {step} = {slope}。",
  "puzzle.slope": "把{cell}向上和向下各动极小的一点：{loss}在该处的斜率是{slope}。",
  "puzzle.local": "现在没有服务器可以试算。按局部导数（一阶近似），{loss}沿{cell}的斜率是{slope}。",
  "puzzle.elsewhere": "{cell}在别处也被使用；这个斜率中有{rest}来自那些用处。",
  "puzzle.stands": "{cell}：{number}，正是斜率",
  "puzzle.crossed": "{cell}：{number}，不是斜率",
  "puzzle.same": "{one}在这里与{other}的数完全相同，所以一同成立。",
  "puzzle.left": "目前还有{count}个乘积成立。换一个元素就能分辨。",
  "puzzle.covered": "其中有些数要先预测。",
  "puzzle.not_finite": "数不是有限的，无法分辨各个乘积。",
  "puzzle.inverse": "{T}的列是{W}的行。{I}则是另一回事：它抵消{W}，{W} · {I}的对角线为1，其余为0。",

  "puzzle.is.left.true":
    "{product}：{X}的一个数经由{W}中它自己的那一行进入{Y}。这个乘积取出那一行，每个数乘以对应的{Y}的上游梯度，再对各个输出求和。",
  "puzzle.is.left.column":
    "这是{product}：该用行的地方，它读的是{W}的列。一列说明{Y}的一个数由什么得来；一行才说明{X}的一个数影响到什么。",
  "puzzle.is.left.mixes":
    "这是{product}：它对{dY}的行求和。行是样本，而{X}的一个数只影响它自己的样本。",
  "puzzle.is.left.mixes_turned":
    "这是{product}：它对{dY}的行求和。行是样本，而{X}的一个数只影响它自己的样本。",
  "puzzle.is.left.sibling": "这是{product}，也就是{dW}：它对样本求和。",
  "puzzle.is.left.inverse":
    "这是{product}：它像解方程那样由{Y}倒推{X}。而梯度问的是损失随{X}变化多少，并不需要倒推。",
  "puzzle.is.right.true":
    "{product}：{W}的一个数对每个样本用一次，乘以该样本的{X}。这个乘积把每次使用乘以对应的{Y}的上游梯度，再对样本求和。",
  "puzzle.is.right.row":
    "这是{product}：该用列（所有样本的同一个输入）的地方，它读的是{X}的行（一个样本）。",
  "puzzle.is.right.outputs":
    "这是{product}：它对各个输出求和。{W}的一个数只通向一个输出；反复用到它的是样本。",
  "puzzle.is.right.outputs_turned":
    "这是{product}：它对各个输出求和。{W}的一个数只通向一个输出；反复用到它的是样本。",
  "puzzle.is.right.sibling": "这是{product}，也就是{dX}：它对各个输出求和。",
  "puzzle.is.right.inverse":
    "这是{product}：它像解方程那样由{Y}倒推{W}。而梯度问的是损失随{W}变化多少，并不需要倒推。",

  "puzzle.siblings": "每个梯度都对所属的数没有的那个下标求和：求和之后，这个下标就消失了。",
  "puzzle.gone.j": "对各个输出求和：{index}消失。一个数被{count}个输出用到。",
  "puzzle.gone.n": "对样本求和：{index}消失。一个数被{count}个样本用到。",
  "puzzle.gone_none": "只有一个样本：每个数只用了一次，没有求和。",
  "puzzle.cell_of": "{name}的元素，轴",
};
