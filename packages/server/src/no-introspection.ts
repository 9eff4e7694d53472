import { GraphQLError, type GraphQLFormattedError, type ValidationRule } from "graphql";

const introspecting: ReadonlySet<string> = new Set(["__schema", "__type"]);

/** Refuses documents that read the schema. Apollo Server's own rule tells clients how to construct an Apollo Server. */
export const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (!introspecting.has(node.name.value)) return;
    const message = "The schema cannot be read here. The setting INTROSPECTION=1 allows it.";
    const extensions = { code: "GRAPHQL_VALIDATION_FAILED" };
    context.reportError(new GraphQLError(message, { nodes: [node], extensions }));
  },
});

/** The error without the names that graphql-js 16.15.0 suggests: each of them is a part of the schema. */
export const withoutSuggestion = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: error.message.replace(/ ?Did you mean .+\?$/s, ""),
});
