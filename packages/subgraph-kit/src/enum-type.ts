import { registerEnumType } from "type-graphql";

type EnumOf<Name extends string> = { readonly [Value in Name]: Value };

/**
 * Declares a GraphQL enum. `values` names each value and describes it. In code a value is its name, as a text:
 * `enumType("Level", "…", { HIGH: "…" }).HIGH` is "HIGH".
 */
export function enumType<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): EnumOf<Name> {
  const names = Object.keys(values) as Name[];
  const type = enumOf(names);
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType<EnumOf<Name>>(type, { name, description, valuesConfig: valuesConfig as never });
  return type;
}

/**
 * Declares an enum that another subgraph owns and describes. If the graph uses the enum in answers only, list the
 * values that this subgraph uses; if it also uses it in arguments, composition requires all values.
 */
export function enumStub<Name extends string>(name: string, values: readonly Name[]): EnumOf<Name> {
  const type = enumOf(values);
  registerEnumType(type, { name });
  return type;
}

const enumOf = <Name extends string>(names: readonly Name[]): EnumOf<Name> =>
  Object.fromEntries(names.map((name) => [name, name])) as EnumOf<Name>;
