import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { Arena } from "../../contest/arena.js";
import type { Child } from "../../contest/child.js";
import type { SignIn } from "../../contest/arena.js";
import { writeSupergraph } from "../../contest/write-supergraph.js";
import { servingContestants } from "../serving/contestants.js";
import { addressesOf, startSigned } from "../serving/subgraph-processes.js";

/** A topology whose processes run. */
export interface Topology {
  readonly title: string;
  readonly url: string;
  readonly processes: readonly Child[];
}

interface ServingOptions {
  readonly locations: DatabaseLocations;
  readonly folder: string;
  readonly signIn: SignIn;
  readonly signal: AbortSignal;
}

const nothing = { begin: async () => ({}), end: async () => ({}) };

/** Starts the graph in one process and in five. All end when the signal fires. */
export async function serveTopologies(options: ServingOptions): Promise<readonly Topology[]> {
  const { locations, folder, signIn, signal } = options;
  const subgraphs = new Map(
    [...locations].map(([name, location]) => [name, startSigned(name, toDatabaseUrl(location), signal)]),
  );
  const addresses = await addressesOf(subgraphs);
  const urlOf = (name: string) => addresses.get(name) ?? "";
  const graph = { ...(await writeSupergraph(folder, urlOf, urlOf)), locations };
  const arena = new Arena(graph, nothing, signIn, signal);
  const topologies: Topology[] = [];
  for (const contestant of servingContestants.filter(
    ({ name }) => name === "embedded" || name === "distributed",
  )) {
    const { process, url } = await arena.start(contestant);
    const others = contestant.name === "embedded" ? [] : [...subgraphs.values()];
    topologies.push({
      title: contestant.name,
      url: new URL("/graphql", url).href,
      processes: [process, ...others],
    });
  }
  return topologies;
}
