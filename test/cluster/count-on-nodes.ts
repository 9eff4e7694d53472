import { createConnection } from "mysql2/promise";
import type { GaleraNode } from "./galera-node.js";
import { untilOneGroup } from "./one-group.js";

/** How many rows of a query each node has. All nodes have the same where nothing was lost. */
export async function countOnNodes(
  nodes: readonly GaleraNode[],
  sql: string,
  values: readonly unknown[],
): Promise<readonly number[]> {
  await untilOneGroup(nodes);
  const counts: number[] = [];
  for (const { url } of nodes) {
    const connection = await createConnection({ uri: url });
    // The node first applies what others have committed.
    await connection.query("SET SESSION wsrep_sync_wait = 1");
    const [rows] = await connection.query(sql, values as unknown[]);
    counts.push(Number((rows as { count: number }[])[0]?.count));
    connection.destroy();
  }
  return counts;
}
