import { registerEnumType } from "type-graphql";
import { titleEnumValues, type Titles } from "./federation/titles.js";

type EnumOf<Name extends string> = { readonly [Value in Name]: Value };

interface EnumValue extends Titles {
  readonly description: string;
}

/**
 * Declares a GraphQL enum. `values` names each value, gives it titles and describes it. In code a value is its name, as a
 * text: `enumType("Level", "…", { HIGH: { vi: "Cao", description: "…" } }).HIGH` is "HIGH".
 */
export function enumType<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, EnumValue>>,
): EnumOf<Name> {
  const names = Object.keys(values) as Name[];
  const type = enumOf(names);
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: values[value].description }]),
  );
  registerEnumType<EnumOf<Name>>(type, { name, description, valuesConfig: valuesConfig as never });
  titleEnumValues(name, values);
  return type;
}

/**
 * Declares an enum that another subgraph owns, titles and describes. If the graph uses the enum in answers only, list the
 * values that this subgraph uses; if it also uses it in arguments, composition requires all values.
 */
export function enumStub<Name extends string>(name: string, values: readonly Name[]): EnumOf<Name> {
  const type = enumOf(values);
  registerEnumType(type, { name });
  return type;
}

const enumOf = <Name extends string>(names: readonly Name[]): EnumOf<Name> =>
  Object.fromEntries(names.map((name) => [name, name])) as EnumOf<Name>;
