import { setTimeout as sleep } from "node:timers/promises";
import type { GaleraNode } from "./galera-node.js";
import type { Cluster } from "./open-cluster.js";
import type { Replica } from "./replica.js";

/** Something that happens to a part of the cluster. It resolves when the part runs again. */
export interface ClusterEvent {
  readonly name: string;
  run(cluster: Cluster): Promise<void>;
}

/** How long a part is away. */
const awayMs = 6_000;

const toNode = (
  name: string,
  index: number,
  run: (cluster: Cluster, node: GaleraNode) => Promise<void>,
): ClusterEvent => ({
  name: `${name} node ${index + 1}`,
  run: (cluster) => run(cluster, nodeAt(cluster, index)),
});

function nodeAt({ nodes }: Cluster, index: number): GaleraNode {
  const node = nodes[index];
  if (!node) throw new Error(`Expected a node, but got: ${index}`);
  return node;
}

async function killNode({ nodes }: Cluster, node: GaleraNode): Promise<void> {
  await node.kill();
  await sleep(awayMs);
  await node.start(nodes.filter((other) => other !== node).map(({ groupAddress }) => groupAddress));
}

async function freezeNodes(nodes: readonly GaleraNode[]): Promise<void> {
  for (const node of nodes) node.freeze();
  await sleep(awayMs);
  for (const node of nodes) node.thaw();
}

const freezeNode = (_: Cluster, node: GaleraNode) => freezeNodes([node]);

/** As in a rollout that goes on when the load balancer asks the new one. */
async function rollReplicas(cluster: Cluster, replicas: readonly Replica[]): Promise<void> {
  for (const replica of replicas) {
    await replica.roll();
    await cluster.untilWhole();
  }
}

async function killReplicas(replicas: readonly Replica[]): Promise<void> {
  for (const replica of replicas) replica.kill();
  await sleep(awayMs);
  for (const replica of replicas) await replica.startAgain();
}

const firstOf = (replicas: readonly Replica[]) => replicas.filter(({ name }) => name.endsWith("-a"));

/** The first node takes all that is written, so what happens to it is seen most. */
export const clusterEvents: readonly ClusterEvent[] = [
  { name: "nothing", run: () => sleep(awayMs) },
  toNode("kill and rejoin", 1, killNode),
  toNode("kill and rejoin", 0, killNode),
  toNode("freeze and thaw", 2, freezeNode),
  toNode("freeze and thaw", 0, freezeNode),
  {
    name: "freeze and thaw nodes 1 and 3: no majority",
    run: (cluster) => freezeNodes([nodeAt(cluster, 0), nodeAt(cluster, 2)]),
  },
  { name: "kill one replica of each subgraph", run: ({ subgraphs }) => killReplicas(firstOf(subgraphs)) },
  { name: "kill a gateway", run: ({ gateways }) => killReplicas(firstOf(gateways)) },
  { name: "roll the subgraphs", run: (cluster) => rollReplicas(cluster, cluster.subgraphs) },
  { name: "roll the gateways", run: (cluster) => rollReplicas(cluster, cluster.gateways) },
];
