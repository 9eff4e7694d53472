import { parse, print } from "graphql";
import { describe, expect, it } from "vitest";
import { compareText, sortDefinitions } from "@an-sinh/schema/sort-definitions";

const sorted = (sdl: string) => print(sortDefinitions(parse(sdl)));

describe("sorted definitions", () => {
  it("begin with the schema and the directives, then come the types by name", () => {
    const sdl = `
      type Loan { id: ID! }
      enum Class { POOR }
      directive @cost(weight: Int!) on FIELD_DEFINITION
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")`;
    const starts = sorted(sdl)
      .split("\n")
      .filter((line) => /^\w/.test(line));
    expect(starts).toEqual([
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")',
      "directive @cost(weight: Int!) on FIELD_DEFINITION",
      "enum Class {",
      "type Loan {",
    ]);
  });

  it("are the same in whatever order a type and its extension come", () => {
    const [type, extension] = ["type Loan { id: ID! }", "extend type Loan { rate: Float }"];
    expect(sorted(`${type} ${extension}`)).toBe(sorted(`${extension} ${type}`));
  });

  it("keep the members of a type in their author's order", () => {
    expect(sorted("type Loan { rate: Float id: ID! }")).toBe("type Loan {\n  rate: Float\n  id: ID!\n}");
  });
});

it("texts are compared by code unit, so that no machine's language changes the order", () => {
  expect(["ä", "b", "Z", "a"].toSorted(compareText)).toEqual(["Z", "a", "b", "ä"]);
});
