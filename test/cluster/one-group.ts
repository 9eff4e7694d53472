import type { GaleraNode } from "./galera-node.js";
import { until } from "./until.js";

/**
 * Until all nodes take statements as members of one and the same group. A node that was frozen takes itself for a member
 * of the last one at first, and says no to all statements once it knows better.
 */
export const untilOneGroup = (nodes: readonly GaleraNode[]): Promise<void> =>
  until("all nodes are members of one group", async () => {
    const groups = await Promise.all(nodes.map((node) => node.group()));
    const [first] = groups;
    return groups.every((group) => group && group.size === nodes.length && group.id === first?.id);
  });
