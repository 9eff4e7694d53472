import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { subgraphsOf } from "../src/supergraph/subgraph-locations.js";

const sources = fileURLToPath(new URL("../src/", import.meta.url));
const supergraphSdl = readFileSync(new URL("../../schema/supergraph.graphql", import.meta.url), "utf8");

/** The types with a key. */
const entities = parse(supergraphSdl).definitions.flatMap((definition) => {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const isEntity = definition.directives?.some(({ arguments: given }) =>
    given?.some(({ name }) => name.value === "key"),
  );
  return isEntity ? [definition.name.value] : [];
});

/** Finds a name in any spelling: `CreditProgram`, `creditPrograms`, `credit-program`, `CREDIT PROGRAM`. */
function toPattern(name: string): RegExp {
  const words = name.split(/-|(?<=[a-z])(?=[A-Z])/);
  return new RegExp(words.join("[-_ ]?").replace(/s$/, ""), "i");
}

test("the gateway's sources name no entity and no subgraph of this graph", () => {
  const names = [...entities, ...subgraphsOf(parse(supergraphSdl)).map(({ name }) => name)];
  expect(names).toEqual(expect.arrayContaining(["Person", "households"]));
  const found = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => {
      const text = path + readFileSync(sources + path, "utf8");
      return names.filter((name) => toPattern(name).test(text)).map((name) => `${path}: ${name}`);
    });
  expect(found).toEqual([]);
});
