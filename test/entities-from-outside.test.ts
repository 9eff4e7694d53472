import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { departments } from "@an-sinh/deployment/departments";
import { anonymous } from "@an-sinh/server/caller";
import { createSubgraph, type Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { isUnionType } from "graphql";
import { expect, test } from "vitest";
import { newCall } from "./support/new-call.js";

const keys: readonly unknown[] = [{}, { a: 1 }, [], ["p1"], null, undefined, true, 0, 1.5, -1e308];

const entitiesOf = ({ schema }: Subgraph): readonly string[] => {
  const union = schema.getType("_Entity");
  return isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
};

/** The second is executed by graphql-js, because it has a directive. */
const queries = ["", "@include(if: true)"].map(
  (directive) => `query ($of: [_Any!]!) { _entities(representations: $of) ${directive} { __typename } }`,
);

test.each(departments)("$name refuses every key that is no key, of each entity", async (definition) => {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-entities-"));
  const location = { kind: "sqlite", file: join(folder, "data.sqlite") } as const;
  const database = await openDatabase({ ...definition.model, location });
  const subgraph = await createSubgraph({ ...definition, database });
  try {
    await database.migrate();
    const types = entitiesOf(subgraph);
    expect(types.length).toBeGreaterThan(3);
    const of = types.flatMap((__typename) => keys.map((id) => ({ __typename, id })));
    for (const query of queries) {
      const { data, errors = [] } = await subgraph.prepare(query)({ of }, undefined, newCall(anonymous));
      expect(data?.["_entities"]).toEqual(of.map(() => null));
      expect(new Set(errors.map(({ extensions }) => extensions["code"]))).toEqual(
        new Set(["SUBGRAPH_ERROR"]),
      );
      expect(errors).toHaveLength(of.length);
    }
  } finally {
    await subgraph.close();
    await rm(folder, { recursive: true });
  }
});
