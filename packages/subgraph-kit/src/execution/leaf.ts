import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from "graphql";
import { sumTooLarge } from "../sums.js";

/** What a client gets for the value of a leaf. Throws where the type does not have the value. */
export type Serialize = (value: unknown) => unknown;

/** As the type serializes, with a shorter way for the values that resolvers give. */
export function serializerOf(type: GraphQLLeafType): Serialize {
  const serialize: Serialize = (value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`Expected ${type.name} to serialize a value, but got nothing.`);
  };
  if (type === GraphQLString || type === GraphQLID)
    return (value) => (typeof value === "string" ? value : serialize(value));
  if (type === GraphQLBoolean) return (value) => (typeof value === "boolean" ? value : serialize(value));
  if (type === GraphQLFloat)
    return (value) => {
      if (typeof value === "number" && Number.isFinite(value)) return value;
      // A share of a sum that is not exact: see `toNumber`.
      if (Number.isNaN(value)) throw sumTooLarge();
      return serialize(value);
    };
  if (!isEnumType(type)) return serialize;
  const names = new Map<unknown, string>(type.getValues().map(({ value, name }) => [value, name]));
  return (value) => names.get(value) ?? serialize(value);
}
