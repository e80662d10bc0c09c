// @ts-check
/** The words of the page's frame: header, narration, timeline, help. */
export default {
  "region.network": "Network",
  "region.values": "Values",
  "region.graph": "Graph",
  "region.inspector": "Inspector",
  "region.timeline": "Timeline",
};
