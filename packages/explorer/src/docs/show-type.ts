import { Kind, print, type InputValueDefinitionNode, type TypeDefinitionNode, type TypeNode } from "graphql";
import { element, prose } from "./element.js";
import {
  deprecationOf,
  interfacesOf,
  membersOf,
  possibleTypes,
  specificationOf,
  usesOf,
  valuesOf,
  type Member,
  type Schema,
} from "./schema.js";

const kinds: Readonly<Record<TypeDefinitionNode["kind"], string>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: "scalar",
  [Kind.OBJECT_TYPE_DEFINITION]: "object",
  [Kind.INTERFACE_TYPE_DEFINITION]: "interface",
  [Kind.UNION_TYPE_DEFINITION]: "union",
  [Kind.ENUM_TYPE_DEFINITION]: "enum",
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: "input",
};

/** All that the schema says of a type. */
export function showType(schema: Schema, type: TypeDefinitionNode): readonly HTMLElement[] {
  const name = type.name.value;
  const url = specificationOf(type);
  const parts = [
    element("h2", {}, name, " ", element("small", {}, kinds[type.kind])),
    prose(type.description?.value),
    url === undefined ? undefined : element("p", {}, "Specified by ", element("a", { href: url }, url)),
    paths("Implements", interfacesOf(type)),
    section(
      "Fields",
      membersOf(type).map((member) => showMember(name, member)),
    ),
    section("Values", valuesOf(type).map(showValue)),
    paths("May be", possibleTypes(schema, type)),
    paths("Used by", usesOf(schema, name)),
  ];
  return parts.filter((part) => part !== undefined);
}

function showMember(typeName: string, member: Member): HTMLElement {
  const given = "arguments" in member ? (member.arguments ?? []) : [];
  const path = `${typeName}.${member.name.value}`;
  return element(
    "div",
    { class: "member", id: path },
    element("h4", {}, link(path, member.name.value), ": ", ...typeText(member.type), ...defaultOf(member)),
    deprecation(member),
    prose(member.description?.value),
    given.length === 0 ? undefined : element("dl", {}, ...given.flatMap(showArgument)),
  );
}

const showArgument = (argument: InputValueDefinitionNode) => [
  element("dt", {}, argument.name.value, ": ", ...typeText(argument.type), ...defaultOf(argument)),
  element("dd", {}, deprecation(argument), prose(argument.description?.value)),
];

const showValue = (value: ReturnType<typeof valuesOf>[number]) =>
  element(
    "div",
    { class: "member" },
    element("h4", {}, value.name.value),
    deprecation(value),
    prose(value.description?.value),
  );

const defaultOf = (member: Member) =>
  "defaultValue" in member && member.defaultValue ? [` = ${print(member.defaultValue)}`] : [];

function deprecation(node: Parameters<typeof deprecationOf>[0]): HTMLElement | undefined {
  const reason = deprecationOf(node);
  if (reason === undefined) return undefined;
  return element("p", { class: "deprecated" }, element("strong", {}, "Deprecated. "), reason);
}

/** They have no definition in a schema. */
const builtIn: ReadonlySet<string> = new Set(["Boolean", "Float", "ID", "Int", "String"]);

/** The type with a link where it has a page. */
function typeText(type: TypeNode): readonly (Node | string)[] {
  if (type.kind === Kind.NON_NULL_TYPE) return [...typeText(type.type), "!"];
  if (type.kind === Kind.LIST_TYPE) return ["[", ...typeText(type.type), "]"];
  return [builtIn.has(type.name.value) ? type.name.value : link(type.name.value)];
}

const link = (path: string, text = path) => element("a", { href: `#${path}` }, text);

const section = (title: string, items: readonly HTMLElement[]) =>
  items.length === 0 ? undefined : element("section", {}, element("h3", {}, title), ...items);

const paths = (title: string, names: readonly string[]) =>
  section(
    title,
    names.length === 0 ? [] : [element("ul", {}, ...names.map((name) => element("li", {}, link(name))))],
  );
