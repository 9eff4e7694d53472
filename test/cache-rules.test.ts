import { CachePolicies } from "@an-sinh/gateway/response-cache/cache-policies";
import { ApolloServer, type BaseContext } from "@apollo/server";
import { buildASTSchema, Kind, parse, type SelectionSetNode } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";

const link = `schema @link(url: "https://an-sinh.example/specs/cacheControl/v1.0", import: ["@cacheControl"]) { query: Query }
  directive @link(url: String, import: [String]) on SCHEMA
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }`;

/** Always the same numbers from 0 up to a limit. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
}

type Roll = ReturnType<typeof dice>;

// Most say nothing, so that something inherits.
const hints = [
  "",
  "",
  "",
  "",
  "@cacheControl",
  "@cacheControl(maxAge: 0)",
  "@cacheControl(maxAge: 5)",
  "@cacheControl(maxAge: 45)",
  "@cacheControl(maxAge: 60)",
  "@cacheControl(maxAge: 90)",
  "@cacheControl(scope: PUBLIC)",
  "@cacheControl(maxAge: 700, scope: PRIVATE)",
  "@cacheControl(inheritMaxAge: true)",
  "@cacheControl(inheritMaxAge: true, scope: PRIVATE)",
  "@cacheControl(maxAge: 30, inheritMaxAge: true)",
];

const objects = ["Query", "A", "B", "C"];
const returned = ["Int", "A", "B", "C", "[Any!]", "[Node]"];

/** All objects have the fields f0 to f5, which return the same everywhere, with other hints. */
function schemaOf(roll: Roll): string {
  const hint = () => hints[roll(hints.length)] ?? "";
  const fields = () => returned.map((type, index) => `f${index}: ${type} ${hint()}`).join(" ");
  const types = objects.map(
    (name) => `type ${name} ${name === "Query" ? "" : `implements Node ${hint()}`} { ${fields()} }`,
  );
  return `${link} ${types.join("\n")} interface Node ${hint()} { ${fields()} } union Any ${hint()} = A | B | C`;
}

function selectionOf(roll: Roll, depth: number): string {
  const picked = returned.map((type, index) => ({ type, name: `f${index}` }));
  const some = picked.filter(({ type }) => roll(3) === 0 && (type === "Int" || depth > 0));
  const written = some.map(({ type, name }) => {
    if (type === "Int") return name;
    if (type !== "[Any!]") return `${name} { ${selectionOf(roll, depth - 1)} }`;
    return `${name} { ... on ${objects[1 + roll(3)]} { ${selectionOf(roll, depth - 1)} } }`;
  });
  return ["__typename", ...written].join(" ");
}

const all = () => ["A", "B", "C"].map((name) => ({ __typename: name }));

/** Gives each object of a list once, so that no type is missed. */
const fieldResolver = (_: unknown, __: unknown, ___: unknown, { fieldName }: { fieldName: string }) => {
  const type = returned[Number(fieldName.slice(1))];
  if (type === "Int") return 1;
  return type?.startsWith("[") ? all() : { __typename: type };
};

const resolvers = Object.fromEntries(
  objects.map((name) => [name, Object.fromEntries(returned.map((_, index) => [`f${index}`, fieldResolver]))]),
);

async function apolloPolicies(sdl: string, queries: readonly string[]) {
  const found: unknown[] = [];
  const server = new ApolloServer<BaseContext>({
    typeDefs: sdl.replace(/schema @link.*\n.*on SCHEMA/, ""),
    resolvers,
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ overallCachePolicy }) =>
            void found.push(overallCachePolicy.policyIfCacheable()),
        }),
      },
    ],
  });
  for (const query of queries) await server.executeOperation({ query });
  await server.stop();
  return found;
}

function ourPolicies(sdl: string, queries: readonly string[]) {
  const document = parse(sdl);
  const policies = new CachePolicies(sdl, document, buildASTSchema(document, { assumeValid: true }));
  return queries.map((query) => {
    const policy = policies.of("one", { query, operationName: undefined, isMutation: false }, [
      { of: "root", selectionSet: selected(query) },
    ]);
    return policy
      ? { maxAge: policy.maxAgeMs / 1_000, scope: policy.isPrivate ? "PRIVATE" : "PUBLIC" }
      : null;
  });
}

function selected(query: string): SelectionSetNode {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Expected an operation");
  return definition.selectionSet;
}

describe("@cacheControl", () => {
  const pairs: { sdl: string; query: string; apollo: unknown; ours: unknown }[] = [];

  beforeAll(async () => {
    for (let seed = 1; seed <= 24; seed += 1) {
      const roll = dice(seed);
      const sdl = schemaOf(roll);
      const queries = Array.from({ length: 50 }, () => `{ ${selectionOf(roll, 2)} }`);
      const ours = ourPolicies(sdl, queries);
      const apollo = await apolloPolicies(sdl, queries);
      for (const [at, query] of queries.entries())
        pairs.push({ sdl, query, apollo: apollo[at], ours: ours[at] });
    }
  });

  test("means for the gateway what it means for Apollo Server, in 1,200 generated operations", () => {
    expect(pairs).toHaveLength(1_200);
    for (const { sdl, query, apollo, ours } of pairs)
      expect({ sdl, query, policy: ours }).toEqual({ sdl, query, policy: apollo });
  });

  test("says of many of them that they may be kept, for everyone and for one caller", () => {
    const kept = pairs.flatMap(({ ours }) => (ours ? [ours as { maxAge: number; scope: string }] : []));
    expect(new Set(kept.map(({ scope }) => scope))).toEqual(new Set(["PUBLIC", "PRIVATE"]));
    expect(new Set(kept.map(({ maxAge }) => maxAge)).size).toBeGreaterThan(4);
    expect(kept.length).toBeGreaterThan(40);
  });
});
