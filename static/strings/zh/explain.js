// @ts-check
/** The words of the stage on which one cell explains itself. */
export default {
  "region.explain": "讲解",
  "explain.close": "回到计算图",
  "explain.trail": "来到这里的路径",
  "explain.tabs": "提问方式",
  "explain.tab.goes": "它去往哪里",
  "explain.tab.from": "它从哪里来",
  "explain.beats": "四拍",
  "explain.beat.1": "1 去往哪里",
  "explain.beat.2": "2 各值多少",
  "explain.beat.3": "3 相加",
  "explain.beat.4": "4 所有元素一起",
  "explain.play": "播放",
  "explain.stop": "停止",
  "explain.next": "下一拍：{beat}",
  "explain.again": "再看一遍",
  "explain.nudge": "动一点",
  "explain.gone": "{name}没有参与任何通往{loss}的运算。",
  "explain.waiting": "数字正在传来。",
  "explain.failed": "没能取到这些数。请再次点选这个元素重试。",
  "explain.moves": "让{name}动{by}：{op}使下面每一个都动“步长 × 局部导数”。",
  "explain.worth_head": "各值多少",
  "explain.worth_none": "无路径",
  "explain.worth": "下面每一个动1，{loss}就动这么多：这就是上游传来的梯度。",
  "explain.add":
    "{name}影响到的每个元素各有一个乘积，把它们相加。在一阶近似下，{loss}的变化就是这个和。",
  "explain.roads": "{name}被用了{count}次：每次使用各走一路，各路相加。",
  "explain.roads_choice": "梯度传回来的各路",
  "explain.road_to": "经{op}，来自{y}",
  "explain.roads_sum": "各路相加",
  "explain.moves_by": "{loss}的变化",
  "explain.rest": "另外{count}项",
  "explain.given": "{name}是给定的：它不是算出来的。",
  "explain.fed": "反向传播从这里开始：这个梯度是送进来的。",
  "explain.target": "监督数据没有梯度。",
  "explain.no_path": "从这里没有通往{loss}的路径，所以没有梯度传回来。",
  "explain.made": "它由{op}算出：相加的项数为{count}。",
  "explain.products":
    "{name}带动的{y}的每个元素各送回一个乘积：那个元素对{loss}值多少，乘以它动了多少。项数：{count}。",
  "explain.road": "经{op}",
  "explain.wire.value": "边{name} → {op}",
  "explain.wire.gradient": "边{op} → {name}，反向",
  "explain.read.row": "第{at}行：{name}动时，每个{y}动多少",
  "explain.read.column": "第{at}列：{name}动时，每个{y}动多少",
  "explain.pass.forward": "正向",
  "explain.pass.backward": "反向",
  "explain.large": "数太多，无法逐个画出：公式一次说明全部。",
  "explain.shape": "{name}的每个元素各有一个斜率：所以梯度的形状与它相同。",

  "explain.combine.maximum": "其中最大的。",
  "explain.combine.quotient": "第一个除以第二个。",
  "explain.combine.power": "第一个的第二个次方。",
  "explain.combine.exp": "它的指数函数值。",
  "explain.combine.log": "它的自然对数。",
  "explain.combine.sqrt": "它的平方根。",
  "explain.combine.tanh": "它的双曲正切。",
  "explain.combine.sin": "它的正弦。",
  "explain.combine.cos": "它的余弦。",
  "explain.combine.abs": "它的大小，不带符号。",
  "explain.combine.sigmoid": "1除以“1加上e的负它次方”。",
  "explain.combine.softmax":
    "它自己的指数函数值，除以所有这些数的指数函数值之和。",

  "explain.say.row":
    "读过的是{W}的第{row}行：{x}[{row}]动时，每个{y}动多少。它变成第{row}列。",
  "explain.say.row_batch":
    "{W}的第{row}行：一个样本的{x}[·,{row}]动时，这个样本的每个{y}动多少。它变成第{row}列。",
  "explain.say.column":
    "第{row}列就是{x}[{row}]影响到的：{y}的每个斜率乘以它动的多少，再相加。",
  "explain.say.sample":
    "{x}的第{row}行只由{y}的第{row}行得出：样本之间不会混在一起。",
  "explain.say.outer":
    "样本{row}：{X}[{row}]的每个数与{y}[{row}]的每个斜率各相遇一次，这就是外积。",
  "explain.say.outer_sum":
    "所有样本共用一个{W}，所以{count}个样本送回来的要相加。",
  "explain.say.stand":
    "所有样本一起写：{X}的第{row}行（样本{row}）变成第{row}列。",
  "explain.say.stand_vector": "{X}竖成一列。",
  "explain.say.stand_slopes": "{y}的斜率竖成一列。",
  "explain.say.outer_row": "{W}的第{row}行：一个数乘以整行。",
  "explain.say.turn_column":
    "读过的是{W}的第{row}列：{cell}动时，每个{y}动多少。它变成第{row}行。",
  "explain.say.row_dot":
    "第{row}行就是{cell}影响到的：{y}的每个斜率乘以它动的多少，再相加。",
  "explain.say.copied": "正向时复制了{x}：共{count}次，这是第{number}次。",
  "explain.say.added": "反向时，把传到{count}个副本的梯度相加。",
  "explain.say.jacobian": "第{column}列：输入{column}动时，每个输出动多少。",
  "explain.say.jacobian_back":
    "{y}的斜率乘以第{column}列，再相加：得到输入{column}的斜率。",
  "explain.say.sum_road": "经过求和的一路传来{one}。",
  "explain.say.straight_road": "直通的一路传来−{other}。",
  "explain.say.both_roads": "两路会合，相加：{one} − {other}。",
  "explain.say.rest": "再乘以{rest}：它是正向传播时的因数。",
  "explain.say.road": "共{count}路，第{number}路：经{op}，来自{y}。",
  "explain.say.roads_sum": "{count}路在{x}会合，相加。",

  "explain.whole.right":
    "{W}的第i行说明{x}[i]动时每个{y}动多少；对所有元素都读一遍，各行就竖成各列：{W}ᵀ。",
  "explain.whole.right_batch":
    "{W}的各行竖成各列：{W}ᵀ。结果的每一行只用到它自己的样本：样本之间不会混在一起。",
  "explain.whole.column":
    "{W}的第j列说明{x}[j]动时每个{y}动多少；对所有元素都读一遍，各列就横成各行：{W}ᵀ。",
  "explain.whole.left":
    "每个样本一个外积，再相加：这就是左边的{X}ᵀ，它的每一列是一个样本。消失的下标是样本。",
  "explain.whole.outer": "{X}的每个数与{y}的每个斜率各相遇一次：这就是外积。",
  "explain.whole.switch":
    "开关是正向传播时设好的：让斜率通过（1）或者挡住（0）。",
  "explain.whole.output":
    "局部导数只由输出{y}构成：有输出就够了，不必保留{x}。",
  "explain.whole.difference":
    "经过求和的一路传来{one}，直通的一路传来−{other}：合起来是{one} − {other}。",
  "explain.whole.difference_mean":
    "经过求和的一路传来{one}，直通的一路传来−{other}。因数{rest}来自正向传播：{y}在那里做过除法，所以每个斜率也要除。",
  "explain.whole.jacobian":
    "这些输出中的每一个都依赖于这些输入中的每一个：雅可比矩阵为每个输入各有一列。",
  "explain.whole.copies":
    "一个{x}被用了{count}次：正向是复制，所以传回来的要相加。",
  "explain.whole.copied":
    "正向相加，反向就是复制：相加的{count}个元素各得到传来的数。",
  "explain.whole.copy": "每个元素一对一地带动一个元素：它得到传来的数。",
  "explain.whole.mean":
    "除法是正向传播时由{y}做的：每个元素有{factor}进去，所以传来的数有{factor}回到每个元素。",
  "explain.whole.constant":
    "每个元素带动一个元素，动的是自己步长的{factor}倍：它得到传来的数的{factor}倍。",
  "explain.whole.other": "每个元素按另一个因数的大小变动。",
  "explain.whole.each": "每个元素只带动一个元素：传到那里的数，乘以局部导数。",
  "explain.whole.read":
    "对{x}的每个元素：它影响到的每个{y}的斜率，乘以旁边读到的数，再相加。",
  "explain.whole.roads":
    "{x}走了{count}路，所以它的梯度是各路传回来的梯度之和。",
};
