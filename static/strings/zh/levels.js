// @ts-check
/** The words of the three levels, and of the scalar graph of one element, in Chinese. */
export default {
  "levels.levels": "展开到哪一层",
  "levels.layers": "层",
  "levels.operations": "运算",
  "levels.element": "一个元素",
  "levels.none": "这个程序没有层：它本来就由运算组成。",

  "scalar.tab": "一个元素",
  "scalar.rest": "其余{count}个",
  "scalar.sends": "回传给{name}：{message}",
  "scalar.walk": "走到这个元素",
  "scalar.list": "同样的内容，写成等式",
};
