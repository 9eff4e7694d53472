import { isScalarType, Kind, parse, type DocumentNode, type GraphQLSchema } from "graphql";

/** What JSON values a scalar has: see `scalarFormDefinition`. */
export type ScalarForm = "integer" | "number" | "text" | "boolean" | "date";

/** For the `extensions` of a scalar. */
export const scalarForm = (is: ScalarForm) => ({ scalarForm: is });

/** For composition, which keeps it for the gateway. */
export const scalarFormDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/scalarForm/v1.0", import: ["@scalarForm"])
    @composeDirective(name: "@scalarForm")

  "What JSON values the scalar has: \\"integer\\", a whole number up to 2^53; \\"number\\"; \\"text\\"; \\"boolean\\"; or \\"date\\", a text such as 2025-07-01. A gateway answers no other value of it."
  directive @scalarForm(is: String!) on SCALAR
`);

/** Writes the form of each scalar into the types. type-graphql puts no directive at scalars. */
export function withScalarForms(types: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const definitions = types.definitions.map((node) => {
    if (node.kind !== Kind.SCALAR_TYPE_DEFINITION) return node;
    const type = schema.getType(node.name.value);
    const form = isScalarType(type) ? type.extensions["scalarForm"] : undefined;
    if (typeof form !== "string") return node;
    const [marked] = parse(`scalar Marked @scalarForm(is: "${form}")`, { noLocation: true }).definitions;
    const added = marked?.kind === Kind.SCALAR_TYPE_DEFINITION ? (marked.directives ?? []) : [];
    return { ...node, directives: [...(node.directives ?? []), ...added] };
  });
  return { ...types, definitions };
}
