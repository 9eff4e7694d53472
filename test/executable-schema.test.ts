import { departments } from "@an-sinh/deployment/departments";
import { buildFederatedSchema } from "@an-sinh/subgraph-kit/federation/subgraph-schema";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, GraphQLSchema, lexicographicSortSchema, parse, printType, validateSchema } from "graphql";
import { expect, test } from "vitest";

/** What only composition reads: link__Import, federation__FieldSet and so on. */
const isForComposition = (name: string) => /^(link|federation)__/.test(name);

const printedTypes = (schema: GraphQLSchema) =>
  Object.values(lexicographicSortSchema(schema).getTypeMap())
    .filter(({ name }) => !isForComposition(name))
    .map(printType);

/** A schema that is assumed to be valid is not checked. */
const faultsOf = (schema: GraphQLSchema) =>
  validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }));

const service = async (schema: GraphQLSchema) =>
  (await graphql({ schema, source: "{ _service { sdl } }" })).data?.["_service"];

test.each(departments)(
  "$name serves the schema that @apollo/subgraph makes of its SDL",
  async (department) => {
    const { schema, sdl } = await buildFederatedSchema(department);
    const expected = buildSubgraphSchema(parse(sdl()));
    expect(faultsOf(schema)).toEqual([]);
    expect(printedTypes(schema)).toEqual(printedTypes(expected));
    expect(await service(schema)).toEqual(await service(expected));
  },
);

test("a reference of what is no entity stops the start", async () => {
  const [department] = departments;
  const references = { ...department?.references, Huosehold: () => ({}) };
  await expect(buildFederatedSchema({ resolvers: [], ...department, references })).rejects.toThrow(
    "Expected references of types with a @key, but got: Huosehold.",
  );
});
