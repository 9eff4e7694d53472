import { setMaxListeners } from "node:events";
import type { DatabaseLocations } from "@an-sinh/deployment/databases";
import { Arena, type Load } from "../../contest/arena.js";
import { checkAnswers, type Pairing } from "../../contest/check-answers.js";
import type { Running } from "../../contest/contestant.js";
import { countMeasurements, measureInRounds } from "../../contest/rounds.js";
import { signIn } from "../../contest/sign-in.js";
import { writeSupergraph } from "../../contest/write-supergraph.js";
import { installPeers } from "../../peers/install-peers.js";
import { loadSample } from "../../sample.js";
import type { PartContext, PartResult } from "../part.js";
import { servingContestants, type ServedGraph } from "./contestants.js";
import { servingGoals } from "./serving-goals.js";
import { servingResults, servingSections, type ServingMeasurement } from "./serving-tables.js";
import { addressesOf, measureBeside, startSubgraphs, type Beside } from "./subgraph-processes.js";

/** Requests of clients, answered by both topologies, by other gateways and by statements written by hand. */
export async function measureServing(context: PartContext): Promise<PartResult> {
  const { store, settings, signal } = context;
  const contestants = servingContestants.filter(({ name }) => settings.contestants.includes(name));
  if (contestants.some(({ isPeer }) => isPeer)) await installPeers(signal);
  const locations = await store.locate("scale-1");
  await loadSample(locations, { scale: 1, signal });
  const done = new AbortController();
  try {
    const { notes, measurements } = await measureAll(
      { ...context, signal: AbortSignal.any([signal, done.signal]) },
      contestants,
      locations,
    );
    const results = settings.operations.map((operation) =>
      servingResults(operation, contestants, measurements),
    );
    const sections = results.flatMap((result) => servingSections(result, store.title));
    return { sections: [...sections, ...notes], goals: servingGoals(results, store.title) };
  } finally {
    done.abort();
  }
}

interface Measured {
  readonly notes: readonly string[];
  readonly measurements: readonly ServingMeasurement[];
}

/** All processes end when the signal of the context fires. */
async function measureAll(
  { store, settings, progress, scratchFolder, signal }: PartContext,
  contestants: typeof servingContestants,
  locations: DatabaseLocations,
): Promise<Measured> {
  // Every process listens to it.
  setMaxListeners(0, signal);
  const subgraphs = startSubgraphs(locations, contestants, signal);
  const [signed, open] = [await addressesOf(subgraphs.signed), await addressesOf(subgraphs.open)];
  const federated = await writeSupergraph(
    scratchFolder,
    (name) => signed.get(name) ?? "",
    (name) => open.get(name) ?? "",
  );
  const graph = { ...federated, locations };
  const arena = new Arena<ServedGraph, Beside>(
    graph,
    measureBeside(subgraphs, store),
    await signIn(scratchFolder),
    signal,
  );
  const running: Running[] = [];
  for (const contestant of contestants) running.push(await arena.start(contestant));
  const { pairings, notes } = await checkAnswers(arena, running, settings.operations);
  const measure = async (pairing: Pairing, load: Load) => {
    const measurement = await arena.measure(pairing, load);
    progress.advance(1, `${pairing.operation}: ${pairing.running.contestant.title}`);
    return measurement;
  };
  progress.begin(countMeasurements(pairings, settings));
  try {
    return { notes, measurements: await measureInRounds(pairings, settings, measure) };
  } finally {
    progress.end();
  }
}
