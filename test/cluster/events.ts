import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./open-cluster.js";

/** Something that happens to a part of the cluster. It resolves when the part works again. */
export interface ClusterEvent {
  readonly name: string;
  run(cluster: Cluster): Promise<void>;
}

/** How long a part is away. */
const awayMs = 6_000;

const toNode = (name: string, index: number, run: (cluster: Cluster, index: number) => Promise<void>) => ({
  name: `${name} node ${index + 1}`,
  run: (cluster: Cluster) => run(cluster, index),
});

const nodeAt = ({ nodes }: Cluster, index: number) => {
  const node = nodes[index];
  if (!node) throw new Error(`Expected a node, but got: ${index}`);
  return node;
};

async function killNode(cluster: Cluster, index: number): Promise<void> {
  const node = nodeAt(cluster, index);
  await node.kill();
  await sleep(awayMs);
  await node.start(cluster.nodes.filter((other) => other !== node).map(({ groupAddress }) => groupAddress));
}

async function freezeNode(cluster: Cluster, index: number): Promise<void> {
  const node = nodeAt(cluster, index);
  node.freeze();
  await sleep(awayMs);
  node.thaw();
  while (!(await node.isReady())) await sleep(100);
}

async function rollReplicas(replicas: Cluster["gateways"]): Promise<void> {
  for (const replica of replicas) await replica.roll();
}

async function killOne([replica]: Cluster["gateways"]): Promise<void> {
  if (!replica) throw new Error("Expected a replica.");
  replica.kill();
  await sleep(awayMs);
  await replica.startAgain();
}

/** The first node takes all statements, so what happens to it is seen most. */
export const clusterEvents: readonly ClusterEvent[] = [
  { name: "nothing", run: () => sleep(awayMs) },
  toNode("kill and rejoin", 1, killNode),
  toNode("kill and rejoin", 0, killNode),
  toNode("freeze and thaw", 2, freezeNode),
  toNode("freeze and thaw", 0, freezeNode),
  { name: "kill one replica of each subgraph", run: ({ subgraphs }) => killEach(subgraphs) },
  { name: "kill a gateway", run: ({ gateways }) => killOne(gateways) },
  { name: "roll the subgraphs", run: ({ subgraphs }) => rollReplicas(subgraphs) },
  { name: "roll the gateways", run: ({ gateways }) => rollReplicas(gateways) },
];

async function killEach(replicas: Cluster["subgraphs"]): Promise<void> {
  const first = replicas.filter(({ name }) => name.endsWith("-a"));
  for (const replica of first) replica.kill();
  await sleep(awayMs);
  for (const replica of first) await replica.startAgain();
}
