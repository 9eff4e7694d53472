import { Kind, parse, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { Directive } from "type-graphql";

/** What people read above a column or in place of a value. English is made of the name where it is left out. */
export interface Titles {
  readonly vi: string;
  readonly en?: string | undefined;
}

/**
 * The Vietnamese title of a field, in the words of the law, and the English one where the field's name reads badly. Write
 * it where the field is owned.
 */
export const Title = (vi: string, en?: string) =>
  Directive(`@title(vi: ${JSON.stringify(vi)}${en === undefined ? "" : `, en: ${JSON.stringify(en)}`})`);

/**
 * What a field is, in Vietnamese: its description for readers of reports. In the words of the law, with its acts named as in
 * Viet Nam. Write it where the field is owned.
 */
export const About = (vi: string) => Directive(`@about(vi: ${JSON.stringify(vi)})`);

/** For composition, which keeps it for the gateway. */
export const aboutDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/about/v1.0", import: ["@about"])
    @composeDirective(name: "@about")

  "What the field is, in Vietnamese: what its description says, for readers of reports."
  directive @about(vi: String!) on FIELD_DEFINITION
`);

/** For composition, which keeps it for the gateway. */
export const titleDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/title/v1.0", import: ["@title"])
    @composeDirective(name: "@title")

  "What people read above a column of the field, or in place of the value: in Vietnamese and in English. Without the English one, it is made of the name."
  directive @title(vi: String!, en: String) on FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION
`);

/** By the name of the enum. type-graphql keeps what it knows of enums by module as well. */
const titlesOfEnums = new Map<string, Readonly<Record<string, Titles>>>();

/** For `enumType`, because type-graphql puts no directive at the values of enums. */
export function titleEnumValues(name: string, values: Readonly<Record<string, Titles>>): void {
  titlesOfEnums.set(name, values);
}

/** Writes the titles into the enums that are described: those that the subgraph owns. */
export function withEnumTitles(types: DocumentNode): DocumentNode {
  const definitions = types.definitions.map((node) => {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || !node.description) return node;
    const titles = titlesOfEnums.get(node.name.value);
    if (!titles) return node;
    const values = (node.values ?? []).map((value) => {
      const given = titles[value.name.value];
      return given ? { ...value, directives: [...(value.directives ?? []), directiveOf(given)] } : value;
    });
    return { ...node, values };
  });
  return { ...types, definitions };
}

const directiveOf = ({ vi, en }: Titles): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "title" },
  arguments: Object.entries({ vi, en }).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: name },
            value: { kind: Kind.STRING, value },
          },
        ],
  ),
});
