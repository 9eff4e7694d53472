import { readFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";

const api = buildSchema(readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8"));

const years: Readonly<Record<string, string>> = { year: "2024", fromYear: "2022", toYear: "2024" };
/** A unit may be asked for poverty in a year before its own. */
const values: Readonly<Record<string, string>> = { ...years, boundary: "CURRENT" };
/** Statistics in statistics in statistics. */
const deepest = 4;

type Field = GraphQLField<unknown, unknown>;

/** A field of administrative units that gives statistics, and all that it can be asked for. */
export interface StatisticsField {
  readonly name: string;
  /** It is written within an administrative unit. */
  readonly text: string;
}

/** All fields of administrative units whose arguments are years. */
export function statisticsFields(): readonly StatisticsField[] {
  const unit = api.getType("AdministrativeUnit");
  if (!isObjectType(unit)) throw new Error("Expected administrative units in the API.");
  return Object.values(unit.getFields())
    .filter(({ args }) => args.some(({ name }) => name in years))
    .flatMap((field) => {
      const text = selectionOf(field, 1);
      return text === null ? [] : [{ name: field.name, text }];
    });
}

/** A field with all leaves below it. Null: it has none, or it leads to other departments' rows. */
function selectionOf(field: Field, depth: number): string | null {
  if (field.args.some((arg) => isRequiredArgument(arg) && !(arg.name in years))) return null;
  const args = field.args.flatMap(({ name }) => (name in values ? [`${name}: ${values[name]}`] : []));
  const text = field.name + (args.length > 0 ? `(${args.join(", ")})` : "");
  const type = getNamedType(field.type);
  if (isLeafType(type)) return text;
  if (!isObjectType(type) || isEntity(type) || depth > deepest) return null;
  const below = Object.values(type.getFields()).flatMap((inner) => selectionOf(inner, depth + 1) ?? []);
  return below.length === 0 ? null : `${text} { ${below.join(" ")} }`;
}

/** Whether it is a thing with an id or code of its own, such as a program, and no statistics. */
const isEntity = (type: GraphQLObjectType) => ["id", "code"].some((name) => name in type.getFields());
