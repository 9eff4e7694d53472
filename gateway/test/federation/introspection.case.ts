import type { FederationCase } from "./federation-case.js";

const library = {
  name: "library",
  sdl: `
    "All that can be asked."
    type Query {
      "A book."
      book(id: ID = "one", filter: Filter): Book
      old: Int @deprecated(reason: "Gone.")
    }
    interface Item { title: String! }
    type Book implements Item @key(fields: "id") { id: ID! title: String! kinds: [Kind!]! hidden: Int @inaccessible }
    enum Kind { NEW OLD @deprecated(reason: "All are new.") SECRET @inaccessible }
    input Filter { title: String = "x" kind: Kind @deprecated(reason: "Unused.") }
    scalar Day @specifiedBy(url: "https://example.org/day")
    union Found = Book
    type Mutation { lend(day: Day, found: Int): Found }
  `,
  resolvers: {
    Query: { book: () => ({ id: "1", title: "Reader", kinds: ["NEW"] }), old: () => 0 },
  },
};
const stock = {
  name: "stock",
  sdl: `type Book @key(fields: "id") { id: ID! copies: Int! }`,
  resolvers: { Book: { __resolveReference: async ({ id }: { id: string }) => ({ id, copies: 0 }) } },
};

const named = (kind: string, name: string) => ({ kind, name, ofType: null });
const required = (type: object) => ({ kind: "NON_NULL", name: null, ofType: type });

const directive = (name: string, locations: readonly string[], args: readonly string[]) => ({
  name,
  isRepeatable: false,
  locations,
  args: args.map((argument) => ({ name: argument, defaultValue: null })),
});

export const introspectionCase: FederationCase = {
  title: "introspection",
  subgraphs: () => [library, stock],
  operations: [
    {
      rule: "an object type says that it is no input type with one field",
      query: '{ book: __type(name: "Book") { isOneOf } filter: __type(name: "Filter") { isOneOf } }',
      answer: { data: { book: { isOneOf: null }, filter: { isOneOf: false } } },
    },
    {
      rule: "fields have their descriptions, arguments, types and deprecation",
      query: `{ __type(name: "Query") { description fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason
        args(includeDeprecated: true) { name description defaultValue isDeprecated deprecationReason type { kind name } }
        type { kind name }
      } } }`,
      answer: {
        data: {
          __type: {
            description: "All that can be asked.",
            fields: [
              {
                name: "book",
                description: "A book.",
                isDeprecated: false,
                deprecationReason: null,
                args: [
                  {
                    name: "id",
                    description: null,
                    defaultValue: '"one"',
                    isDeprecated: false,
                    deprecationReason: null,
                    type: { kind: "SCALAR", name: "ID" },
                  },
                  {
                    name: "filter",
                    description: null,
                    defaultValue: null,
                    isDeprecated: false,
                    deprecationReason: null,
                    type: { kind: "INPUT_OBJECT", name: "Filter" },
                  },
                ],
                type: { kind: "OBJECT", name: "Book" },
              },
              {
                name: "old",
                description: null,
                isDeprecated: true,
                deprecationReason: "Gone.",
                args: [],
                type: { kind: "SCALAR", name: "Int" },
              },
            ],
          },
        },
      },
    },
    {
      rule: "deprecated fields, arguments and values are listed only if they are asked for",
      query: `query ($all: Boolean = false) {
        query: __type(name: "Query") { fields { name } }
        kind: __type(name: "Kind") { few: enumValues { name } all: enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } }
        filter: __type(name: "Filter") { inputFields(includeDeprecated: $all) { name defaultValue } }
      }`,
      answer: {
        data: {
          query: { fields: [{ name: "book" }] },
          kind: {
            few: [{ name: "NEW" }],
            all: [
              { name: "NEW", isDeprecated: false, deprecationReason: null },
              { name: "OLD", isDeprecated: true, deprecationReason: "All are new." },
            ],
          },
          filter: { inputFields: [{ name: "title", defaultValue: '"x"' }] },
        },
      },
    },
    {
      rule: "types have their kinds, interfaces, possible types, wrapped types and the URL of a scalar",
      query: `{
        book: __type(name: "Book") { kind name interfaces { name } possibleTypes { name } fields { name type { ...T } } }
        item: __type(name: "Item") { kind possibleTypes { name } interfaces { name } inputFields { name } enumValues { name } }
        found: __type(name: "Found") { kind possibleTypes { name } fields { name } }
        day: __type(name: "Day") { kind specifiedByURL ofType { name } }
      } fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { name } } } } }`,
      answer: {
        data: {
          book: {
            kind: "OBJECT",
            name: "Book",
            interfaces: [{ name: "Item" }],
            possibleTypes: null,
            fields: [
              { name: "id", type: required(named("SCALAR", "ID")) },
              { name: "title", type: required(named("SCALAR", "String")) },
              {
                name: "kinds",
                type: required({
                  kind: "LIST",
                  name: null,
                  ofType: required({ kind: "ENUM", name: "Kind", ofType: null }),
                }),
              },
              { name: "copies", type: required(named("SCALAR", "Int")) },
            ],
          },
          item: {
            kind: "INTERFACE",
            possibleTypes: [{ name: "Book" }],
            interfaces: [],
            inputFields: null,
            enumValues: null,
          },
          found: { kind: "UNION", possibleTypes: [{ name: "Book" }], fields: null },
          day: { kind: "SCALAR", specifiedByURL: "https://example.org/day", ofType: null },
        },
      },
    },
    {
      rule: "the introspection types describe themselves, with the arguments of their fields",
      query: `{
        __type(name: "__Type") { kind fields { name args { name defaultValue } } }
        kind: __type(name: "__TypeKind") { enumValues { name } }
      }`,
      answer: {
        data: {
          __type: {
            kind: "OBJECT",
            fields: [
              { name: "kind", args: [] },
              { name: "name", args: [] },
              { name: "description", args: [] },
              { name: "specifiedByURL", args: [] },
              { name: "fields", args: [{ name: "includeDeprecated", defaultValue: "false" }] },
              { name: "interfaces", args: [] },
              { name: "possibleTypes", args: [] },
              { name: "enumValues", args: [{ name: "includeDeprecated", defaultValue: "false" }] },
              { name: "inputFields", args: [{ name: "includeDeprecated", defaultValue: "false" }] },
              { name: "ofType", args: [] },
              { name: "isOneOf", args: [] },
            ],
          },
          kind: {
            enumValues: [
              "SCALAR",
              "OBJECT",
              "INTERFACE",
              "UNION",
              "ENUM",
              "INPUT_OBJECT",
              "LIST",
              "NON_NULL",
            ].map((name) => ({ name })),
          },
        },
      },
    },
    {
      rule: "directives have their places, arguments and whether they may be repeated",
      query: "{ __schema { directives { name isRepeatable locations args { name defaultValue } } } }",
      answer: {
        data: {
          __schema: {
            directives: [
              directive("include", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"], ["if"]),
              directive("skip", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"], ["if"]),
              {
                ...directive(
                  "deprecated",
                  [
                    "FIELD_DEFINITION",
                    "ARGUMENT_DEFINITION",
                    "INPUT_FIELD_DEFINITION",
                    "ENUM_VALUE",
                    "DIRECTIVE_DEFINITION",
                  ],
                  [],
                ),
                args: [{ name: "reason", defaultValue: '"No longer supported"' }],
              },
              directive("specifiedBy", ["SCALAR"], ["url"]),
              directive("oneOf", ["INPUT_OBJECT"], []),
            ],
          },
        },
      },
    },
  ],
};
