import { Supergraph } from "@apollo/federation-internals";
import * as fc from "fast-check";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { buildModel } from "../differential/build-model.js";
import type { AskSubgraph, Response } from "../differential/faults.js";
import { Judge } from "../differential/judge.js";
import { modelSpec } from "../differential/model-spec.js";
import { operationSpec, type OperationSpec } from "../differential/operation-spec.js";
import { writeOperation } from "../differential/operation-writer.js";
import { drawFrom } from "../differential/random.js";
import { createSystem } from "../differential/system-under-test.js";
import { createWorld, type World } from "../differential/world.js";
import { callerWith } from "./protected-gateway.js";
import { deniedFields, protect } from "./random-access.js";

const seed = 20_261_127;
const scopeSets = ["a b", "a", "b", ""];

/** Counts what the answers of one supergraph showed. */
interface Counts {
  whole: number;
  cut: number;
}

const expectSame = (got: unknown, want: unknown, asked: string): void =>
  expect(JSON.stringify(got), asked).toBe(JSON.stringify(want));

async function checkWorld(world: World, number: number, counts: Counts): Promise<void> {
  const ask: AskSubgraph = async (name, query, variables) =>
    (await world.subgraphs.get(name)?.execute(query, variables)) as Response;
  let scopes = "";
  const { sdl, needs } = protect(world.supergraphSdl, drawFrom(`access ${number}`));
  const options = { currentAsk: () => ask, isInProcess: number % 2 === 0 };
  const identify = async () => callerWith(scopes);
  const open = await createSystem({ ...options, supergraphSdl: world.supergraphSdl });
  const system = await createSystem({ ...options, supergraphSdl: sdl, identify });
  const judge = new Judge(Supergraph.build(world.supergraphSdl), world.data);
  const check = async (spec: OperationSpec): Promise<void> => {
    const operation = writeOperation(judge.schema, spec);
    const document = parse(operation.text);
    const variables = operation.variables(number);
    world.data.mutations = 0;
    const whole = await open.answer(operation.text, variables);
    for (scopes of scopeSets) {
      const denied = deniedFields(judge.schema, document, needs, new Set(scopes.split(" ")));
      world.data.mutations = 0;
      const answer = await system.answer(operation.text, variables);
      const asked = `${operation.text}\n${JSON.stringify(variables)}\nscopes: ${scopes}`;
      if (denied.size === 0) {
        expectSame(answer, whole, asked);
        counts.whole += 1;
      } else if (whole.data !== undefined && whole.errors === undefined) {
        expectSame(answer.data, (await judge.answer(document, variables, denied)).data, asked);
        counts.cut += JSON.stringify(answer.data) === JSON.stringify(whole.data) ? 0 : 1;
      }
    }
  };
  try {
    for (const spec of fc.sample(operationSpec, { seed: seed + number, numRuns: 8 })) await check(spec);
  } finally {
    await Promise.all([open.close(), system.close()]);
  }
}

test("over any supergraph, an answer has what the caller may see, and all of it with all scopes", async () => {
  const counts = { whole: 0, cut: 0 };
  for (const [number, spec] of fc.sample(modelSpec, { seed, numRuns: 10 }).entries()) {
    const world = createWorld(buildModel(spec));
    if (world) await checkWorld(world, number, counts);
  }
  expect(counts.whole).toBeGreaterThan(20);
  expect(counts.cut).toBeGreaterThan(20);
}, 120_000);
