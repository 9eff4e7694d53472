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

interface Statistics {
  readonly kind: "statistics" | "count";
  readonly name: string;
  readonly document: string;
}

/** Values of the arguments that these fields require. */
const values: Readonly<Record<string, string>> = {
  year: "2025",
  fromYear: "2021",
  toYear: "2025",
  standard: '"central-2022"',
};

/** What is asked of a field: its leaves, and the leaves of the objects in it. */
const depth = 2;

/** Every statistic of a province, as the API has them: the fields of a unit that need a year or a standard. */
export function provinceStatistics(): Statistics[] {
  const sdl = readFileSync(new URL("../../../../schema/api.graphql", import.meta.url), "utf8");
  const unit = buildSchema(sdl).getType("AdministrativeUnit");
  if (!isObjectType(unit)) throw new Error("Expected the type AdministrativeUnit.");
  return Object.values(unit.getFields())
    .filter(({ args }) => args.some(isRequiredArgument) && args.filter(isRequiredArgument).every(isKnown))
    .map((field) => ({
      // A household is classified anew under a standard.
      kind: field.name === "reclassification" ? ("count" as const) : ("statistics" as const),
      name: field.name,
      document: `{ administrativeUnit(code: "24", on: "2025-12-31") { ${select(field, depth)} } }`,
    }));
}

const isKnown = ({ name }: { readonly name: string }): boolean => Object.hasOwn(values, name);

function select(field: GraphQLField<unknown, unknown>, levels: number): string {
  const given = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: ${values[name]}`);
  const call = given.length > 0 ? `${field.name}(${given.join(", ")})` : field.name;
  const type = getNamedType(field.type);
  return isObjectType(type) ? `${call} { ${leaves(type, levels)} }` : call;
}

/** Other units and lists in pages are no part of a statistic. */
const isPart = ({ name }: GraphQLObjectType): boolean =>
  name !== "AdministrativeUnit" && !name.endsWith("Connection");

function leaves(type: GraphQLObjectType, levels: number): string {
  const selections = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const fieldType = getNamedType(field.type);
    if (isLeafType(fieldType)) return [field.name];
    const isTaken = levels > 1 && isObjectType(fieldType) && isPart(fieldType);
    return isTaken ? [select(field, levels - 1)] : [];
  });
  return selections.length > 0 ? selections.join(" ") : "__typename";
}
