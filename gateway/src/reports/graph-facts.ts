import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { demandsOf } from "../authorization/demands.js";
import type { Requirement } from "../authorization/requirement.js";
import { readLookupFields, type LookupFields } from "../lookups/lookup-fields.js";
import {
  graphsOf,
  isComposedType,
  joinFieldsOf,
  readDirective,
  serviceNamesOf,
} from "../planning/join-directives.js";
import { linkedDirective, ownSpecifications } from "../planning/links.js";
import { readScalarForms, type ScalarForm } from "../planning/scalar-forms.js";
import type { columnKinds, Title } from "./report-header.js";
import { wordsOf } from "./words.js";

export type ColumnKind = (typeof columnKinds)[number];

/** What a graph says of its fields, beside their types. */
export interface GraphFacts {
  readonly schema: GraphQLSchema;
  readonly scalarForms: ReadonlyMap<string, ScalarForm>;
  titleOf(typeName: string, fieldName: string): Title;
  titleOfValue(enumName: string, value: string): Title;
  /** What the field is, in Vietnamese. Undefined: the graph says it in English only. */
  aboutInVietnamese(typeName: string, fieldName: string): string | undefined;
  /** The subgraph that owns the field. Null: none is known. */
  departmentOf(typeName: string, fieldName: string): string | null;
  kindOf(fieldName: string, type: GraphQLOutputType): ColumnKind;
  /** The fields that find something by a secret, which must not be in a URL. */
  readonly lookups: LookupFields;
  /** What the field demands of the caller, all of it. */
  requirementsOf(typeName: string, fieldName: string): readonly Requirement[];
}

/** `schema`: what clients see. `composed`: the supergraph. */
export function readGraphFacts(schema: GraphQLSchema, composed: DocumentNode): GraphFacts {
  const titles = readTitles(composed);
  const abouts = readAbouts(composed);
  const departments = readDepartments(composed);
  const scalarForms = readScalarForms(composed);
  const demands = demandsOf(composed);
  const lookups = readLookupFields(composed);
  const titleAt = (place: string, name: string): Title => {
    const { en = wordsOf(name), vi = en } = titles.get(place) ?? {};
    return { en, vi };
  };
  return {
    schema,
    scalarForms,
    lookups,
    titleOf: (type, field) => titleAt(`${type}.${field}`, field),
    titleOfValue: (type, value) => titleAt(`${type}.${value}`, value),
    aboutInVietnamese: (type, field) => abouts.get(`${type}.${field}`),
    departmentOf: (type, field) => departments.get(`${type}.${field}`) ?? null,
    kindOf: (field, type) => kindOf(field, type, scalarForms),
    requirementsOf: (type, field) =>
      demands.of(type, field).flatMap((position) => demands.requirements[position] ?? []),
  };
}

/** By "Type.field" and "Enum.VALUE". */
function readTitles(composed: DocumentNode): ReadonlyMap<string, Partial<Title>> {
  const name = linkedDirective(composed, "title", { publisher: ownSpecifications });
  const titles = new Map<string, Partial<Title>>();
  const read = (place: string, directives: readonly ConstDirectiveNode[] = []) => {
    const found = directives.find((directive) => directive.name.value === name);
    if (found) titles.set(place, readDirective<Partial<Title>>(found));
  };
  for (const type of composed.definitions) {
    if (isComposedType(type))
      for (const field of type.fields ?? []) read(`${type.name.value}.${field.name.value}`, field.directives);
    if (type.kind === Kind.ENUM_TYPE_DEFINITION)
      for (const value of type.values ?? []) read(`${type.name.value}.${value.name.value}`, value.directives);
  }
  return titles;
}

/** By "Type.field". */
function readAbouts(composed: DocumentNode): ReadonlyMap<string, string> {
  const name = linkedDirective(composed, "about", { publisher: ownSpecifications });
  const abouts = new Map<string, string>();
  for (const type of composed.definitions.filter(isComposedType))
    for (const field of type.fields ?? []) {
      const found = field.directives?.find((directive) => directive.name.value === name);
      if (found)
        abouts.set(`${type.name.value}.${field.name.value}`, readDirective<{ vi: string }>(found).vi);
    }
  return abouts;
}

function readDepartments(composed: DocumentNode): ReadonlyMap<string, string> {
  const names = serviceNamesOf(composed);
  const departments = new Map<string, string>();
  for (const type of composed.definitions.filter(isComposedType)) {
    for (const field of type.fields ?? []) {
      const own = joinFieldsOf(field).find(({ external }) => !external)?.graph;
      const graph = own ?? graphsOf(field, type)[0];
      const name = graph === undefined ? undefined : names.get(graph);
      if (name !== undefined) departments.set(`${type.name.value}.${field.name.value}`, name);
    }
  }
  return departments;
}

/** The scalar that counts the smallest unit of a currency: its name is that of the currency in ISO 4217. */
const currency = "VND";

function kindOf(
  fieldName: string,
  type: GraphQLOutputType,
  forms: ReadonlyMap<string, ScalarForm>,
): ColumnKind {
  if (isListType(getNullableType(type))) return "TEXT";
  const named = getNamedType(type);
  if (isEnumType(named)) return "TEXT";
  const { name } = named;
  const form = forms.get(name);
  if (name === currency) return "MONEY";
  if (name === "Boolean" || form === "boolean") return "BOOLEAN";
  if (name === "Date" || form === "date") return "DATE";
  const isWhole = name === "Int" || form === "integer";
  if (!isWhole && name !== "Float" && form !== "number") return "TEXT";
  if (/percent$/i.test(fieldName)) return "PERCENT";
  return isWhole ? "INTEGER" : "NUMBER";
}
