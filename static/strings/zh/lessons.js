// @ts-check
/** What the lessons say, in Chinese. */
export default {
  "track.A": "标量",
  "track.B": "逐元素",
  "track.C": "Affine",
  "track.D": "Softmax",
  "track.E": "网络",
  "track.F": "找错实验室",
  "track.G": "扩展",
  "lesson.L01.title": "两个苹果与消费税",
  "lesson.L01.question":
    "支付金额是220日元。如果一个苹果贵1日元，支付金额会多多少？先预测，再预测另外两个数。",
  "lesson.L01.look":
    "打开apple的元素，播放它的四拍。再对num和tax做同样的事：每一次，乘法节点读的是哪个数？",
  "lesson.L01.misconception": "乘法节点把每个输入自己的值传回给它（而不是另一个输入的值）。",
  "lesson.L01.answer":
    "apple 2.2，num 110，tax 200：乘法节点传回的是上游传来的梯度乘以另一个输入。",
  "lesson.L01.wrong.0.error": "用了自己的值，而不是另一个的值",
  "lesson.L01.wrong.0": "你乘的是这个输入自己；乘积变化的快慢由另一个因数决定。",
  "lesson.L01.wrong.1.error": "只有局部导数（丢了上游传来的梯度）",
  "lesson.L01.wrong.1": "你忘了乘以从右边传来的数（1.1）。",
  "lesson.L02.title": "两种水果：加法节点原样传递",
  "lesson.L02.question": "梯度1.1传到了 + 节点。传给苹果一支的是多少，传给橘子一支的又是多少？",
  "lesson.L02.look":
    "看 + 节点：苹果一支多1日元，和会多多少？橘子一支多1日元呢？然后往下走一步，看看从两条边各传出什么。",
  "lesson.L02.misconception": "加法节点把梯度分给各个输入（各一半，或按200:450的比例）。",
  "lesson.L02.answer":
    "两支都是1.1。于是apple 2.2，apple_num 110，orange 3.3，orange_num 165，tax 650。",
  "lesson.L02.wrong.0.error": "对半分",
  "lesson.L02.wrong.0": "任何一个输入增加1，和就增加整整1，而不是0.5。",
  "lesson.L02.wrong.1.error": "按比例分",
  "lesson.L02.wrong.1": "加法节点不看输入有多大。",
  "lesson.L03.title": "节点只需要身边的信息",
  "lesson.L03.question":
    "一个乘法节点的两个输入是10和5，从上游传来1.3。对网络的其他部分你一无所知。你现在能说出它传回什么吗？",
  "lesson.L03.look":
    "看看乘法节点在正向传播时保存了什么，又从右边传来了什么。打开x，再打开y：还有别的数参与吗？",
  "lesson.L03.misconception": "节点要往回传，就必须了解整个网络。",
  "lesson.L03.answer":
    "能：传给x的是1.3*5 = 6.5，传给y的是1.3*10 = 13。（加法节点10 + 5会传1.3和1.3，不需要记住输入。）",
  "lesson.L03.wrong.0.error": "弄反了",
  "lesson.L03.wrong.0": "每一边得到的是另一边的值。",
  "lesson.L04.title": "一个变量，两条路",
  "lesson.L04.question":
    "x = 2同时进入p = xy和s = x + y，f = 30。让x动0.01：f大约是多少？哪一个数概括了这两条路？",
  "lesson.L04.look":
    "打开x，数一数从它出发的路。动一点x，看f怎么变。然后一步步走到x，看它的各个空格被填上。",
  "lesson.L04.misconception":
    "一个值用在两个节点时，后来的梯度会覆盖先来的（写成grad =，而不是grad +=）。",
  "lesson.L04.answer":
    "df/dx = 15（经p）+ 6（经s）= 21；df/dy = 10 + 6 = 16。f(2.01) = 30.2103，即30 + 0.01*21再多一点点。",
  "lesson.L04.wrong.0.error": "后写的覆盖先写的（先是经s的一路，后是经p的一路）",
  "lesson.L04.wrong.0": "你只留下了一条路。动一点的影响沿两条路传下去，所以要相加。",
  "lesson.L04.wrong.1.error": "取了平均",
  "lesson.L04.wrong.1": "各条路是相加，不是取平均。",
  "lesson.L04.wrong.2.error": "另一条路覆盖了它",
  "lesson.L04.wrong.2": "你只留下了一条路。动一点的影响沿两条路传下去，所以要相加。",
  "lesson.L05.title": "拆开Sigmoid",
  "lesson.L05.question":
    "在x = ln 3处，四个节点的值是-ln 3、1/3、4/3、3/4。从右边送入1：往回走时，从每个节点传出的是什么？",
  "lesson.L05.look":
    "从y开始往回走，一次一个节点，看每个梯度的第二个数。在每个节点问一问：它的局部导数由输入构成，还是由输出构成？",
  "lesson.L05.misconception":
    "反向传播的公式用的是输入x（或者忘了上游传来的梯度）；y(1-y)是一个要背下来的公式。",
  "lesson.L05.answer":
    "x = ln 3时：1 -> -9/16 -> -9/16 -> -3/16 -> 3/16 = 3/4 * 1/4。x = 0时：1 -> -1/4 -> -1/4 -> -1/4 -> 1/4 = 1/2 * 1/2。每次得到的都是y(1 - y)。",
  "lesson.L05.wrong.0.error": "exp节点乘以了自己的输入",
  "lesson.L05.wrong.0": "exp节点乘以的是自己的输出（e），因为exp的导数就是它自己。",
  "lesson.L05.wrong.1.error": "x(1-x)",
  "lesson.L05.wrong.1": "要用输出y，不是x。",
  "lesson.L06.title": "ReLU：正向传播时设好的开关",
  "lesson.L06.question": "揭晓之前：上游传来的四个数中，哪些能通过？ReLU需要记住什么？",
  "lesson.L06.look":
    "把x的符号与从右边传来的数的符号比一比：开关是由哪一个设定的？“详情”中可以看到Relu保存了什么。",
  "lesson.L06.misconception": "mask由传来的梯度的符号决定。",
  "lesson.L06.answer":
    "[[10,0],[0,-40]]：开关在正向传播时由x的符号设定（看y的符号也一样）；传回来的数的符号和大小不起作用。",
  "lesson.L06.wrong.0.error": "用上游传来的梯度做mask",
  "lesson.L06.wrong.0": "你让反向传来的正数通过了。开关是在正向传播时设好的。",
  "lesson.L06.wrong.1.error": "没有mask",
  "lesson.L06.wrong.1": "x为负的地方，x动一点时y仍然是0：那里没有梯度传回来。",
  "lesson.L06.wrong.2.error": "乘以了x",
  "lesson.L06.wrong.2": "开关打开的一侧，斜率是1，不是x。",
  "lesson.L07.title": "正好是0：算哪一边？",
  "lesson.L07.question":
    "在x = 0处，层说梯度是0。中心差分(f(x+h) - f(x-h)) / 2h在那里会给出什么？当h = 1e-4时，在x = 0.00003处又会给出什么？",
  "lesson.L07.look":
    "把x[0]向上动一点，再向下动同样的一点。然后动x[1]，一次动0.0001，一次动0.00001，把斜率与梯度比一比。",
  "lesson.L07.misconception": "数值微分与解析的梯度不一致，就一定是反向传播的代码写错了。",
  "lesson.L07.answer":
    "在0处，数值结果是0.5；在0.00003处、h = 1e-4时是0.65（解析结果是1）。步长跨过了折点；h = 1e-5时，第二个又一致了。",
  "lesson.L07.wrong.0.error": "在0处斜率为1",
  "lesson.L07.wrong.0":
    "这也是一种约定（x >= 0算打开）；书中的Relu层和PyTorch用0，书中的relu_grad函数用1。",
  "lesson.L07.ask.1.option.0": "0",
  "lesson.L07.ask.1.option.1": "0.5",
  "lesson.L07.ask.1.option.2": "1",
  "lesson.L08.title": "为什么是W的转置：跟着一点变动走",
  "lesson.L08.question":
    "只把x[0]增加0.1。哪些y会动，各动多少？再把它们对L = 1*y[0] + 2*y[1] - 1*y[2]的影响加起来。你读的是W的哪一行？",
  "lesson.L08.look":
    "打开x[0]，播放它的四拍：哪些y会动，各有多大影响，加起来是多少，途中读了W的哪些数。",
  "lesson.L08.misconception": "因为形状对得上，所以dL/dx = dL/dy W^T成立。",
  "lesson.L08.answer":
    "y动了0.1 * (1, 2, 3)：这是W的第0行。L动了0.1 * (1*1 + 2*2 + 3*(-1)) = 0.2，所以dL/dx[0] = 2；用第1行，x[1]得到8。“W的行乘以dL/dy再相加”，对每一行都这样做，这本身就是dL/dy · Wᵀ。dW = outer(x, dL/dy)，db = dL/dy。",
  "lesson.L08.wrong.0.error": "丢了上游传来的梯度",
  "lesson.L08.wrong.0": "你把W的这一行直接加起来了；每个y都要乘以它自己的上游传来的梯度。",
  "lesson.L08.wrong.1.error": "读了W的列",
  "lesson.L08.wrong.1": "列回答的是“y[0]由什么得来”；行回答的是“x[0]影响到什么”。",
  "lesson.L08.wrong.2.error": "把dW写成outer(dy, x)",
  "lesson.L08.wrong.2": "那是dW的转置：元素[i,j]必须由x[i]与dy[j]配对。",
  "lesson.L08.ask.2.option.0": "W的第0行",
  "lesson.L08.ask.2.option.1": "W的第0列",
  "lesson.L27.title": "一个样本，方阵W：两个候选，一个真相",
  "lesson.L27.question":
    "W是方阵，所以W的行和列长度都合适。dL/dx是(5, 11)还是(7, 10)？把x[0]增加0.1，看看哪些y会动，各动多少。",
  "lesson.L27.look":
    "动一点x[0]，读出y[0]和y[1]各动了多少。在W中找到这两个数：它们排成一行，还是排成一列？",
  "lesson.L27.misconception": "只有一个样本时，形状没有留下选择的余地。",
  "lesson.L27.answer":
    "y动了0.1 * (1, 2)，即W的第0行，所以L = 1*y[0] + 2*y[1]动了0.1 * (1*1 + 2*2) = 0.5：dL/dx = (5, 11)，读的是W的行。(7, 10)读的是列。",
  "lesson.L27.wrong.0.error": "读了W的列",
  "lesson.L27.wrong.0": "列回答的是“y[0]由什么得来”；行回答的是“x[0]影响到什么”。",
  "lesson.L11.title": "四个样本：左边的X的转置",
  "lesson.L11.question":
    "对四个样本分别算出outer(x, dy)。要得到dW，该拿这四张表怎么办？在dX中，样本之间有没有互相影响？",
  "lesson.L11.look":
    "打开W[0,0]，看看哪些样本用到了它。再打开X[0,0]，找找有没有属于其他样本的元素。",
  "lesson.L11.misconception": "把X^T放在左边只是为了让形状对上；没有注意到对样本的求和。",
  "lesson.L11.answer":
    "dW = 四张表之和 = [[-2,3,2],[0,3,5]] = Xᵀ · dL/dY；db = [2,2,1]，即各行之和；dX的每一行各算各的：样本之间不会混在一起。",
  "lesson.L11.wrong.0.error": "只有最后一个样本",
  "lesson.L11.wrong.0": "你把其他样本的覆盖掉了；每一行都用到了W。",
  "lesson.L11.wrong.1.error": "对各张表取了平均",
  "lesson.L11.wrong.1": "除以N只做一次，在损失里做。",
  "lesson.L11.wrong.2.error": "对各行取了平均",
  "lesson.L11.wrong.2": "除以N只做一次，在损失里做。",
  "lesson.L10.title": "一个偏置，多个样本",
  "lesson.L10.question":
    "B[0] = 1被两行用到。把B[0]增加0.1：Y的哪些元素会动？那么，上游传来的数中哪些算在B[0]头上？",
  "lesson.L10.look": "打开B[0]，看看Y中亮起来的元素。它们各自对L有多大影响？",
  "lesson.L10.misconception": "db就是dout本身，或者它的平均，或者它沿错误的轴求的和。",
  "lesson.L10.answer":
    "db = [5,7,9]：两行的数相加，因为同一个存下来的数被用了两次（这是一个分支，画出来就是广播）。",
  "lesson.L10.wrong.0.error": "对各行取了平均",
  "lesson.L10.wrong.0": "对批取平均是损失里的事；在这里再除，就除了两次。",
  "lesson.L10.wrong.1.error": "axis=1",
  "lesson.L10.wrong.1": "那样每个样本有一个数；而B是每个输出列有一个数。",
  "lesson.L10.wrong.2.error": "dout原样不动",
  "lesson.L10.wrong.2": "形状是(2,3)，而B的形状是(3,)。",
  "lesson.L13.title": "正向复制，反向相加；正向相加，反向复制",
  "lesson.L13.question": "NumPy悄悄地把x复制成了三行。“复制”的反向传播是什么？",
  "lesson.L13.look": "打开x[0]：它出现在R的几个地方，每个地方的影响有多大？",
  "lesson.L13.misconception": "广播没有自己的反向传播。",
  "lesson.L13.answer":
    "[9,12]：把各个副本的梯度加起来。反过来的情形：正向把3行加起来，反向就把同一个梯度传给全部3行。",
  "lesson.L13.wrong.0.error": "取了平均",
  "lesson.L13.wrong.0": "副本的梯度是相加。",
  "lesson.L13.wrong.1.error": "只有第一行",
  "lesson.L13.wrong.1": "三个副本都起作用。",
  "lesson.L09.title": "当所有形状都对得上",
  "lesson.L09.question":
    "这里G、W以及它们的转置组成的乘积中，有八个的形状都适合dL/dX。不看公式表，怎样找出真正的那一个？先猜，再把X[0,1]动0.1（动X[0,0]什么也决定不了：有两个候选在那里相同）。",
  "lesson.L09.look":
    "把X[0,1]动0.1，看L动了多少，只留下元素[0,1]与之相符的乘积。然后在W[1,0]处做同样的事。",
  "lesson.L09.misconception":
    "形状对得上，公式就得到了证明（至多在样本数、输入数和输出数各不相同时才说得通）。",
  "lesson.L09.answer":
    "dL/dX = G · Wᵀ = [[1,3],[0,2]]；dL/dW = Xᵀ · G = [[1,0],[4,-1]]。动X[0,1]得到3，其他候选说的是2、-2、-3；动W[1,0]得到4，其他候选说的是2、2、0。",
  "lesson.L09.wrong.0.error": "G W",
  "lesson.L09.wrong.0": "读的是W的列：那是一个y由什么得来，而不是一个x影响到什么。",
  "lesson.L09.wrong.1.error": "W G",
  "lesson.L09.wrong.1": "把样本混在了一起：结果的第0行依赖于样本1。",
  "lesson.L09.wrong.2.error": "Wᵀ · G",
  "lesson.L09.wrong.2": "把样本混在了一起：结果的第0行依赖于样本1。",
  "lesson.L09.wrong.3.error": "G · W⁻¹",
  "lesson.L09.wrong.3": "转置不是逆：往回走不是撤销，而是问每个x影响到了什么。",
  "lesson.L09.wrong.4.error": "dW：X G",
  "lesson.L09.wrong.4":
    "让输出与样本配了对；dW的元素[i,j]必须让输入i与输出j配对，并对所有样本求和。",
  "lesson.L09.wrong.5.error": "dW：G X",
  "lesson.L09.wrong.5":
    "让输出与样本配了对；dW的元素[i,j]必须让输入i与输出j配对，并对所有样本求和。",
  "lesson.L09.wrong.6.error": "dW：G · Xᵀ",
  "lesson.L09.wrong.6": "让样本与样本配了对：输入和输出都从中消失了。",
  "lesson.L09.ask.0.option.0": "G · Wᵀ",
  "lesson.L09.ask.0.option.1": "G · W",
  "lesson.L09.ask.0.option.2": "W · G",
  "lesson.L09.ask.0.option.3": "Wᵀ · G",
  "lesson.L09.ask.0.option.4": "G · W⁻¹",
  "lesson.L12.title": "同一个层，横过来写",
  "lesson.L12.question":
    "这是L08，但每个样本写成一列，权重按(out, in)存放，就像PyTorch存放nn.Linear的权重那样（它的样本仍是行）。揭晓之前预测dL/dx和dL/dV；转置跑到哪里去了？",
  "lesson.L12.look":
    "把它与L08课放在一起看：同样的数，横过来放。打开x[0,0]，看看读的是V的一行还是一列。",
  "lesson.L12.misconception":
    "各本书说法不一：有的写dL/dY W^T，有的写W^T dL/dY，所以一定有一个错了；PyTorch“无缘无故地转置”。",
  "lesson.L12.answer":
    "dL/dx = V^T dL/dy = (2,8)，与L08相同；dL/dV = dL/dy x^T是L08的dW的转置。数是一样的，次序随写法的约定而反过来。",
  "lesson.L12.wrong.0.error": "照搬了行向量的公式：dL/dy · Vᵀ",
  "lesson.L12.wrong.0":
    "(3,1)乘(2,3)乘不起来：你把两种约定混在了一起。只守一种约定，问每个x影响到什么。",
  "lesson.L12.ask.0.option.0": "Vᵀ · dL/dy",
  "lesson.L12.ask.0.option.1": "dL/dy · Vᵀ",
  "lesson.L14.title": "附录A，用能手算的数",
  "lesson.L14.question":
    "各个exp是3、2、5，它们的和是10，所以y = (0.3,0.2,0.5)。只有类别2是正确答案。从L往回送1：经直通的一路传到每个exp节点的是什么，经求和的一路传到的又是什么？",
  "lesson.L14.look":
    "从L往回走，停在e处，那里有两路梯度传到。在它们相加之前，记下每一路带来的数乘以exp是多少。",
  "lesson.L14.misconception": "y - t是一个碰巧的公式；“需要的时候再去查推导”。",
  "lesson.L14.answer":
    "dL/dy = (0,-5,0)。在e处两路会合。直通的一路带来(0,-0.5,0)；经过和S的一路给每个都带来0.1。乘以exp (3,2,5)：直通的一路传来(0,-1,0)，正好是-t；经过和的一路传来(0.3,0.2,0.5)，正好是y（它是y乘以t之和，而t的和是1）。合起来：y - t = (0.3,-0.8,0.5)。",
  "lesson.L14.wrong.0.error": "只有直通的一路",
  "lesson.L14.wrong.0": "你忘了每个e还进入了和S。",
  "lesson.L14.wrong.1.error": "只有经过和的一路",
  "lesson.L14.wrong.1": "你忘了直通的一路：那只是y，而不是y - t。",
  "lesson.L14.wrong.2.error": "从每个类别都减去了1",
  "lesson.L14.wrong.2": "对错误的类别t是0，所以log在那里什么也不传回。",
  "lesson.L15.title": "Softmax不是逐元素的",
  "lesson.L15.question":
    "只增加a[0]。三个输出都变了：哪些变大，哪些变小？只看y[0]的规则可能是对的吗？",
  "lesson.L15.look":
    "动一点a[0]，看全部三个输出，不要只看y[0]。然后看雅可比矩阵：a[0]的梯度用到了其中哪些元素？",
  "lesson.L15.misconception": "softmax的反向传播就是对每个输出取y(1-y)，与sigmoid一样。",
  "lesson.L15.answer":
    "y[0]变大(0.21)，y[1]和y[2]变小(-0.06, -0.15)：它们共用一个和。雅可比矩阵是[[0.21,-0.06,-0.15],[-0.06,0.16,-0.10],[-0.15,-0.10,0.25]]（各行各列的和为0）；乘以(0,-5,0)得到(0.3,-0.8,0.5)。",
  "lesson.L15.wrong.0.error": "只有对角线",
  "lesson.L15.wrong.0": "你用了对角线，丢了对角线以外的-y_i y_j。",
  "lesson.L15.ask.0.option.0": "只有y[0]动",
  "lesson.L15.ask.0.option.1": "y[0]变大，其他变小",
  "lesson.L15.ask.0.option.2": "全都变大",
  "lesson.L17.title": "1/N从哪里来",
  "lesson.L17.question":
    "两行的损失是ln 5 = 1.609和ln 2 = 0.693。正向传播中的哪个运算使每个梯度成为y - t的一半？",
  "lesson.L17.look": "损失已经展开成运算。从L往回走，把每个梯度与只有一行时的梯度比一比。",
  "lesson.L17.misconception":
    "反向传播时除以批的大小只是为了稳定的小技巧，可以省略，也可以放到Affine里。",
  "lesson.L17.answer":
    "是对两行取平均：L = (ln 5 + ln 2) / 2 = 1.1513，所以每一行算一半：(y - t)/2 = [[0.15,-0.4,0.25],[0.125,0.125,-0.25]]。如果用求和代替平均，就是它的两倍。把每个样本送入两次：平均损失不变，每一行算四分之一，而各行共用的权重得到的梯度与原来相同。",
  "lesson.L17.wrong.0.error": "没有除",
  "lesson.L17.wrong.0": "对求和的损失是对的；但你报告的是平均。",
  "lesson.L17.wrong.1.error": "除了两次",
  "lesson.L17.wrong.1": "一次就够了。",
  "lesson.L17.wrong.2.error": "除以了类别数",
  "lesson.L17.wrong.2": "N是行数。",
  "lesson.L18.title": "监督数据：不声不响的广播",
  "lesson.L18.question":
    "一个手抄的层计算(y - t)/N，其中t = [1,2,0]（是标签，不是one-hot）。N = C = 3。会报错，还是得到数？真正的dL/da每一行的和必须是多少？",
  "lesson.L18.look": "看看X和t的形状，把真正的梯度的一行加起来。NumPy会怎么算(3, 3)减(3,)？",
  "lesson.L18.misconception": "反向传播运行时没有报错，梯度就是对的。",
  "lesson.L18.answer":
    "得到的是数，而且全错：NumPy把标签沿各列广播。真正的梯度每一行的和为0；这里每一行的和是(1 - 3)/3 = -0.667。当N = 2时，同样的代码会引发ValueError。",
  "lesson.L18.wrong.0.error": "标签被广播了",
  "lesson.L18.wrong.0": "各行的和不为0：把t变成one-hot，或者在[arange(N), t]处减1。",
  "lesson.L18.ask.0.option.0": "报错",
  "lesson.L18.ask.0.option.1": "得到数，而且是对的",
  "lesson.L18.ask.0.option.2": "得到数，但是错的",
  "lesson.L16.title": "为什么损失与最后一层成对出现",
  "lesson.L16.question": "输出说0.99，真相是0：错得厉害。平方误差会用力推z，还是轻轻地推？",
  "lesson.L16.look": "打开z[0]，看看z动时y动多少。然后从L往回走，看看是哪个因数决定了梯度的大小。",
  "lesson.L16.misconception": "任何损失都会得出y - t。",
  "lesson.L16.answer":
    "轻轻地推：0.99*0.99*0.01 = 0.009801。同样的sigmoid配上交叉熵误差，推的力度是0.99，大101倍：-log把斜率y(1-y)约掉了。恒等函数 + 0.5(y-t)^2是另一对得出y - t的搭配。",
  "lesson.L16.wrong.0.error": "y-t",
  "lesson.L16.wrong.0": "那是交叉熵误差的答案；用平方误差时，斜率y(1-y)还在。",
  "lesson.L16.ask.0.option.0": "用力，接近1",
  "lesson.L16.ask.0.option.1": "轻轻地，接近0.01",
  "lesson.L19.title": "一页看完第5章：四个样本，2-3-2",
  "lesson.L19.question":
    "隐藏层的单元1对样本0、2、3是关闭的。那么哪些样本才能让W1的第1列动？再有：以学习率0.1做一步梯度下降之后，损失大约是多少？",
  "lesson.L19.look":
    "看A1和Z1的第1列：这个单元对哪些样本是打开的？然后打开W1[0,1]，看看它的哪些乘积不为0。",
  "lesson.L19.misconception":
    "会逐层计算，却不会把各层连起来；不清楚反向的次序以及传给前一层的是什么（忘了写`return dx`，前一层就会出错）。",
  "lesson.L19.answer":
    "只有样本1（它的A1[1,1] = 1是打开的）：dW1[:,1] = 样本1的x乘以回传给它的数。y的各行：1/3,2/3 | 2/3,1/3 | 1/5,4/5 | 1/3,2/3；L = (3 ln 1.5 + ln 5)/4 = 0.7065。对新损失的初步估计是L - 0.1 * (所有梯度的平方和) = 0.6432；这一步实际得到0.6505。",
  "lesson.L19.wrong.0.error": "忘了mask",
  "lesson.L19.wrong.0": "传回来的数穿过了关闭的ReLU。",
  "lesson.L19.wrong.1.error": "backward返回了None：下一层出现TypeError",
  "lesson.L19.wrong.1": "是出错之前的那一层忘了返回dx；traceback里的那一层是无辜的。",
  "lesson.L20.title": "第4章用数值微分得到的，现在看看为什么",
  "lesson.L20.question":
    "书中用数值微分打印出dW = [[0.219,0.144,-0.363],[0.329,0.215,-0.544]]。每一行都是同一个向量乘以某个数：是什么数？",
  "lesson.L20.look": "打开W[0,0]，再打开它下面的W[1,0]。两者中哪个因数相同，哪个不同？",
  "lesson.L20.misconception": "数值梯度与反向传播得到的是两种不同的梯度。",
  "lesson.L20.answer":
    "dW = outer(x, y - t)：各行是0.6和0.9乘以(0.365,0.239,-0.605)。损失0.928069。",
  "lesson.L20.wrong.0.error": "各行相等",
  "lesson.L20.wrong.0": "第i行要乘以x_i。",
  "lesson.L20.ask.0.option.0": "x[i]",
  "lesson.L20.ask.0.option.1": "y[i]",
  "lesson.L20.ask.0.option.2": "W[i]",
  "lesson.L22.title": "再也回不来的单元",
  "lesson.L22.question": "损失是1.5，上游传来的数全是-1。dW是多少？",
  "lesson.L22.look":
    "逐个样本地看A和Z。然后往下走，看看有什么能通过Relu。之后把W设为0.1，再看一遍。",
  "lesson.L22.misconception": "损失很大，所以梯度一定也很大。",
  "lesson.L22.answer":
    "dW = 0，db = 0：所有样本都在关闭的一侧，所以无论步长多大，都不会有任何改变。如果W = +0.1，所有样本都是打开的：L = 0.97，dW = -4.6，db = -2.4。",
  "lesson.L22.wrong.0.error": "没有理会mask",
  "lesson.L22.wrong.0": "什么也通不过关闭的ReLU。",
  "lesson.L21.title": "连着四个sigmoid",
  "lesson.L21.question":
    "每个sigmoid都在最陡的地方。经过四层之后，梯度还剩几分之几？权重要多大，梯度才能保持下来？",
  "lesson.L21.look":
    "往回走过四个sigmoid，把每个之后的梯度与之前的比一比。然后改变权重，以及程序中的常数，再看一遍。",
  "lesson.L21.misconception": "梯度消失是因为学习率小；处在最陡处的sigmoid没有害处。",
  "lesson.L21.answer":
    "(1/4)^4 = 0.00390625。当w = 4、b = -2时：每层4*0.25 = 1，梯度是1；当w = 8、b = -4时：2^4 = 16（梯度爆炸）。用ReLU且w = 1时：1。",
  "lesson.L21.wrong.0.error": "只乘了一个因数",
  "lesson.L21.wrong.0": "每层四分之一，一共四层。",
  "lesson.L21.wrong.1.error": "加起来了",
  "lesson.L21.wrong.1": "同一条路上的因数相乘；各条路才相加。",
  "lesson.digits.title": "四个手写数字",
  "lesson.digits.question":
    "四张8乘8像素的图像一次送入。其中一张被认错了：是哪一张，它的梯度往哪里推？",
  "lesson.digits.look":
    "在A2的每一行找出最大的得分，把它所在的列与t中的标签比一比。然后逐行看A2的梯度：哪里大，符号是什么？",
  "lesson.digits.misconception": "梯度只说明网络错了多少，不说明该往哪边走。",
  "lesson.digits.answer":
    "图像1：它的标签是5，但得分最大的是9。在dL/dA2它的那一行，5处约为-0.25，9处约为+0.23：逆着梯度走一步，会提高5的得分，降低9的得分。其他行小得多：那些图像认对了。",
  "lesson.digits.ask.0.option.0": "图像0",
  "lesson.digits.ask.0.option.1": "图像1",
  "lesson.digits.ask.0.option.2": "图像2",
  "lesson.digits.ask.0.option.3": "图像3",
  "lesson.L23.title": "顺手被改掉的梯度",
  "lesson.L23.question":
    "书中的ReLU把0直接写进它收到的数组里。而 + 节点把同一个数组给了两条路。传到x的是什么？",
  "lesson.L23.look": "x走两条路：一条经过Relu，一条直接到s。往下走，看看每条路给x带来什么。",
  "lesson.L23.misconception": "dout[mask] = 0只改变ReLU自己的结果。",
  "lesson.L23.answer":
    "正确的是[20,20]（经relu得[10,0]，经捷径得[10,20]）。共用的数组被就地清零之后：[20,0]。在书中一条直线的网络里无害，在每个分支处都是错的。",
  "lesson.L23.wrong.0.error": "共用的数组被清零",
  "lesson.L23.wrong.0": "先复制再写：dx = dout.copy()，或者用np.where。",
  "lesson.L24.title": "多接近才算接近？",
  "lesson.L24.question":
    "真正的斜率是12。按中心差分的接近程度，给h = 1e-1、1e-4、1e-8、1e-12排个序。",
  "lesson.L24.look": "打开x，分别动0.1、0.0001、1e-8和1e-12。每次的斜率与梯度差多少？",
  "lesson.L24.misconception": "h越小总是越好；用任何一个固定的绝对差就能判定通过与否。",
  "lesson.L24.answer":
    "从最接近的开始：1e-4（误差约1e-8），然后1e-8（舍入误差开始出现），然后1e-12（舍入误差占了主导），最后1e-1（误差0.01 = h的平方）；在一台机器上的数字见表。要用相对误差来比较；float32差得多。",
  "lesson.L24.wrong.0.error": "h=1e-4的前向差分",
  "lesson.L24.wrong.0": "单侧的差分：误差随h增长，而不是随h^2。",
  "lesson.L24.ask.0.option.0": "越小总是越好",
  "lesson.L24.ask.0.option.1": "中间最好：截断误差按h的平方减小，舍入误差按1/h增大",
  "lesson.L25.title": "批归一化：每个样本都影响其他样本",
  "lesson.L25.question": "上游传来的梯度只在样本0处不为0。哪些样本会得到梯度，这一列的和是多少？",
  "lesson.L25.look": "动一下x[0,0]。它那一列的均值、标准差，以及另外三个样本的y会怎样？",
  "lesson.L25.misconception": "只有样本0有上游传来的梯度，所以只有样本0得到回传的梯度。",
  "lesson.L25.answer":
    "四个都会：dx = [3,-2,-2,1]，和为0：样本0会改变均值和标准差，而所有样本都用它们来衡量。",
  "lesson.L25.notes":
    "当N=1时，穿过批归一化的梯度全是0，所以书中的ch06/batch_norm_gradient_check.py (x_train[:1])什么也没有检查到；这时beta正好落在ReLU的折点上（数值结果是0.5*上游传来的梯度，解析结果是0）。",
  "lesson.L25.wrong.0.error": "只有gamma除以标准差",
  "lesson.L25.wrong.0": "均值和标准差也依赖于x，而每个样本都参与其中。",
  "lesson.L26.title": "卷积：一个权重用在四个地方",
  "lesson.L26.question": "滤波器的W[0,0]与四个不同的像素相乘。是哪四个，它的梯度是多少？",
  "lesson.L26.look":
    "打开W[0,0,0,0]，跟着滤波器走过四个位置。在每个位置，这个权重遇到的是哪个像素？",
  "lesson.L26.misconception": "共用的权重的梯度，就是某一个位置的梯度。",
  "lesson.L26.answer":
    "1+2+4+5 = 12；dW=[[12,16],[24,28]]，db=4；dx=[[1,1,0],[1,0,-1],[0,-1,-1]]：重叠处相加。",
  "lesson.L26.wrong.0.error": "只有一个位置",
  "lesson.L26.wrong.0": "要对全部四个窗口相加。",
};
