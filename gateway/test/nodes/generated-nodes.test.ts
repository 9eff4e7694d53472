import { array, assert, asyncProperty, nat } from "fast-check";
import { buildSchema, parse, specifiedRules, validate, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "../support/gateway.js";
import { OperationWriter, type RandomOperation } from "./random-operation.js";
import { shop } from "./shop.js";
import { wholeShop } from "./whole-shop.js";

const numbers = array(nat(1_000), { minLength: 20, maxLength: 120 });

/** The order of errors says nothing. */
const placesOf = (errors: readonly { readonly path?: unknown; readonly extensions?: unknown }[] = []) =>
  errors
    .map(({ path, extensions }) =>
      JSON.stringify([path, (extensions as { code: unknown } | undefined)?.code]),
    )
    .toSorted();

describe.each(["compiled", "stock"] as const)("node, executed by the %s executor", (executor) => {
  let gateway: GatewayUnderTest;
  let schema: GraphQLSchema;
  let whole: ReturnType<typeof wholeShop>;
  let asked = 0;
  beforeAll(async () => {
    gateway = await startGateway(shop, "local", { executor });
    const sdl = await (await fetch(`${gateway.url}/schema.graphql`)).text();
    schema = buildSchema(sdl);
    whole = wholeShop(sdl);
  });
  // Apollo's executor answers null for an object of which conditions leave nothing, of root fields as well.
  const isSimple = executor === "stock";
  afterAll(() => gateway[Symbol.asyncDispose]());

  const isValid = ({ query }: RandomOperation) => validate(schema, parse(query), specifiedRules).length === 0;

  test("answers what graphql-js answers over the whole graph", async () => {
    const property = asyncProperty(numbers, async (given) => {
      const operation = new OperationWriter(schema, given, { isSimple }).write();
      if (!isValid(operation)) return;
      asked += 1;
      const want = whole(operation.query, operation.variables);
      const got = await gateway.query(operation.query, operation.variables);
      const told = `${operation.query}\n${JSON.stringify(operation.variables)}\n${JSON.stringify(got)}`;
      expect(JSON.stringify(got.data), told).toBe(JSON.stringify(want.data));
      expect(placesOf(got.errors), told).toEqual(placesOf(want.errors));
    });
    // Apollo's executor has faults of its own, so it is always asked the same.
    await assert(property, executor === "compiled" ? { numRuns: 100 } : { numRuns: 60, seed: 1 });
    expect(asked).toBeGreaterThan(30);
  });
});
