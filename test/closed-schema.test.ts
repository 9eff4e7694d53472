import { readFileSync } from "node:fs";
import { join } from "node:path";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { createGateway } from "@an-sinh/gateway/gateway";
import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger } from "@an-sinh/server/logger";
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./support/documents.js";
import { postQuery } from "./support/post-query.js";

type Asked = readonly [query: string, variables?: Record<string, unknown>];
type Field = GraphQLField<unknown, unknown>;

const schema = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);

/** A name that the schema does not have, and that is like one of its names. */
const like = (name: string) => `${name}x`;

const of = (typeName: string, selection: string): Asked => [
  `fragment F on ${typeName} { ${selection} } { ...F }`,
];

/** Documents with names that are nearly those of the schema: of types, fields, arguments, input fields and values. */
const invalid: readonly Asked[] = objects
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap((type) => {
    const fields = Object.values(type.getFields());
    const literals = fields.flatMap((field) => field.args.flatMap((arg) => literalMisses(field, arg)));
    return [
      of(like(type.name), "__typename"),
      of(type.name, fields.map(({ name }) => like(name)).join(" ")),
      ...inDocuments(literals).map((part) =>
        of(type.name, part.map((text, at) => `a${at}: ${text}`).join(" ")),
      ),
    ];
  });

/** A document takes so many root fields. */
function inDocuments(selections: readonly string[], most = 100): readonly (readonly string[])[] {
  const starts = selections.map((_, index) => index).filter((index) => index % most === 0);
  return starts.map((start) => selections.slice(start, start + most));
}

/** The same in variables. */
const nearVariables = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) =>
  field.args.flatMap((arg) => variableMisses(field, arg)),
);

function literalMisses(field: Field, { name, type }: GraphQLArgument): readonly string[] {
  return [
    `${field.name}(${like(name)}: 1)`,
    ...nearValues(getNamedType(type)).map(
      (value) =>
        `${field.name}(${name}: ${typeof value === "string" ? value : `{ ${Object.keys(value)[0]}: 1 }`})`,
    ),
  ];
}

function variableMisses(field: Field, { name, type }: GraphQLArgument): readonly Asked[] {
  const named = getNamedType(type);
  const asked = (typeName: string) => `query ($v: ${typeName}) { ${field.name}(${name}: $v) { __typename } }`;
  return nearValues(named).map((v): Asked => [asked(named.name), { v }]);
}

function nearValues(type: GraphQLNamedType): readonly (string | Record<string, unknown>)[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => like(name));
  if (!isInputObjectType(type)) return [];
  return Object.keys(type.getFields()).map((name) => ({ [like(name)]: 1 }));
}

/** What graphql-js says in a department that does not have what it was asked for. */
const message = 'Cannot query field "codex" on type "Household". Did you mean "code"?';
const outdated = {
  fetch: async () => ({
    data: null,
    errors: [{ message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
  }),
};

describe.each(["compiled", "stock"] as const)(
  "where the schema cannot be read, the %s executor",
  (executor) => {
    let gateway: GraphQLServer;
    let endpoint: string;
    beforeAll(async () => {
      gateway = await createGateway({
        supergraphSdl: readFileSync(supergraphFile, "utf8"),
        sourceFor: () => outdated,
        logger: createLogger("silent"),
        introspection: false,
        executor,
      });
      const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
      endpoint = `${url}/graphql`;
    });
    afterAll(() => gateway.close());

    const ask = async ([query, variables]: Asked) =>
      JSON.stringify(await postQuery(endpoint, query, variables));
    // The second request of a valid document takes another way than the first.
    const askTwice = async (asked: Asked) => [await ask(asked), await ask(asked)];

    test("suggests no name for one that is nearly right", async () => {
      expect(invalid.length + nearVariables.length).toBeGreaterThan(100);
      const answers = (await Promise.all([...invalid.map(ask), ...nearVariables.map(askTwice)])).flat();
      expect(
        answers.filter((answer) => !/"code":"(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)"/.test(answer)),
      ).toEqual([]);
      expect(answers.filter((answer) => /did you mean/i.test(answer))).toEqual([]);
    });

    test("passes on no suggestion of a department", async () => {
      for (const answer of await askTwice(["{ assistancePrograms { __typename } }"])) {
        expect(answer).toContain("Cannot query field");
        expect(answer).not.toMatch(/did you mean|code\\"/i);
      }
    });

    test("reads nobody the schema", async () => {
      for (const query of [
        getIntrospectionQuery(),
        '{ __type(name: "Household") { name } }',
        "{ assistancePrograms { __typename } ...F } fragment F on Query { a: __schema { types { name } } }",
        "{ _service { sdl } }",
        "{ _entities(representations: []) { __typename } }",
      ]) {
        for (const answer of await askTwice([query])) expect(JSON.parse(answer)).not.toHaveProperty("data");
      }
    });
  },
);
