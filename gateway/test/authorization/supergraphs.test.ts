import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { demandsOf } from "../../src/authorization/demands.js";
import { compose, type SubgraphSdl } from "../support/supergraph.js";

/** What fields of a supergraph demand, as text. */
function demanded(supergraphSdl: string, fields: readonly string[]): readonly string[] {
  const demands = demandsOf(parse(supergraphSdl));
  return fields.map((field) => {
    const [typeName = "", fieldName = ""] = field.split(".");
    const written = demands.of(typeName, fieldName).map((position) => {
      const requirement = demands.requirements[position];
      if (!requirement || requirement.kind === "authenticated") return "authenticated";
      return requirement.alternatives.map((names) => names.join("+")).join("|");
    });
    return written.toSorted().join(" ");
  });
}

test("subgraphs that demand different things of one field demand all of them together", () => {
  const types = (scopes: string): string =>
    `type Query { x: Int @shareable @requiresScopes(scopes: ${scopes}) } type T @shareable @authenticated { y: Int }`;
  const subgraphs: SubgraphSdl[] = [
    { name: "a", sdl: `${types('[["a"], ["b"]]')} extend type Query { t: T }` },
    { name: "b", sdl: types('[["c"]]') },
  ];
  expect(demanded(compose(subgraphs), ["Query.x", "Query.t"])).toEqual(["a+c|b+c", "authenticated"]);
});

test("the directives have the names that the supergraph gives them", () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
    {name: "@authenticated", as: "@signedIn"}, {name: "@requiresScopes", as: "@needs"}
  ])`;
  const sdl = `${link} type Query {
    a: Int @signedIn
    b: Int @needs(scopes: [["x"]])
    c: Int @federation__policy(policies: [["p"]])
  }`;
  const { supergraphSdl = "" } = composeServices([{ name: "a", url: "", typeDefs: parse(sdl) }]);
  expect(supergraphSdl).toContain("@needs");
  expect(demanded(supergraphSdl, ["Query.a", "Query.b", "Query.c"])).toEqual(["authenticated", "x", "p"]);
});

test("a directive of the same name that is another one protects nothing", () => {
  const supergraph = `schema @link(url: "https://specs.apollo.dev/link/v1.0") { query: Query }
    type Query { a: Int @authenticated }`;
  expect(demanded(supergraph, ["Query.a"])).toEqual([""]);
});

test("what an interface object adds, demands the same of each type and of the interface", () => {
  const subgraphs: SubgraphSdl[] = [
    {
      name: "media",
      sdl: `type Query { media: Media } interface Media @key(fields: "id") { id: ID! }
        type Book implements Media @key(fields: "id") { id: ID! }
        type Film implements Media @key(fields: "id") { id: ID! length: Int @authenticated }`,
    },
    {
      name: "prices",
      sdl: `type Media @interfaceObject @key(fields: "id") { id: ID! price: Int @requiresScopes(scopes: [["p"]]) }`,
    },
  ];
  const fields = ["Query.media", "Media.price", "Book.price", "Film.price", "Film.length", "Media.id"];
  expect(demanded(compose(subgraphs), fields)).toEqual(["", "p", "p", "p", "authenticated", ""]);
});

test("an interface below an interface, and a type that is hidden, count too", () => {
  const sdl = `type Query { top: Top either: Either } interface Top { id: ID } interface Middle implements Top { id: ID }
    type Low implements Middle & Top { id: ID @requiresScopes(scopes: [["low"]]) }
    type Hidden implements Top @inaccessible @requiresScopes(scopes: [["hidden"]]) { id: ID }
    union Either = Low | Hidden`;
  expect(
    demanded(compose([{ name: "a", sdl }]), ["Query.top", "Top.id", "Middle.id", "Query.either"]),
  ).toEqual(["hidden", "hidden low", "low", "hidden"]);
});

test("a root type may be protected as a whole", () => {
  const sdl = `type Query @authenticated { x: Int }`;
  expect(demanded(compose([{ name: "a", sdl }]), ["Query.x"])).toEqual(["authenticated"]);
});
