import { registeredSubgraphs } from "@an-sinh/schema/registered-subgraphs";
import { parse, type EnumTypeDefinitionNode } from "graphql";
import { expect, test } from "vitest";

interface EnumDeclaration {
  readonly subgraph: string;
  readonly name: string;
  readonly isDescribed: boolean;
  readonly values: readonly string[];
}

async function enumDeclarations(): Promise<EnumDeclaration[]> {
  const subgraphs = await registeredSubgraphs();
  return subgraphs.flatMap(({ name: subgraph, sdl }) =>
    parse(sdl)
      .definitions.filter((node): node is EnumTypeDefinitionNode => node.kind === "EnumTypeDefinition")
      .map(({ name, description, values = [] }) => ({
        subgraph,
        name: name.value,
        isDescribed: description !== undefined,
        values: values.map((value) => value.name.value),
      }))
      // The kit declares it alike in each subgraph that has texts in two languages.
      .filter(({ name }) => name !== "Language"),
  );
}

test("one subgraph describes an enum, and the others that declare it list only values of that one", async () => {
  const declarations = await enumDeclarations();
  const owners = declarations.filter(({ isDescribed }) => isDescribed);
  const stubs = declarations.filter(({ isDescribed }) => !isDescribed);
  expect(new Set(owners.map(({ name }) => name)).size).toBe(owners.length);
  expect(stubs.length).toBeGreaterThan(0);
  for (const stub of stubs) {
    const owner = owners.find(({ name }) => name === stub.name);
    expect(owner?.values, `${stub.name} in ${stub.subgraph}`).toEqual(
      expect.arrayContaining([...stub.values]),
    );
  }
});
