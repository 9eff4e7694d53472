import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { compareText } from "./sort-definitions.js";

/** For instance `FIELD_REMOVED: Household.hamlet was removed.` */
export type ApiChange = string;

export interface ApiChanges {
  /** An operation that was valid may fail, or may answer null where that was ruled out. */
  readonly breaking: readonly ApiChange[];
  /** Every operation stays valid, but a client may meet what it did not expect, such as a new enum value. */
  readonly dangerous: readonly ApiChange[];
}

/** What changed for consumers between the API that they were promised and the one that the code now gives. */
export function findApiChanges(promisedSdl: string, currentSdl: string): ApiChanges {
  const promised = buildSchema(promisedSdl);
  const current = buildSchema(currentSdl);
  const breaking = findBreakingChanges(promised, current);
  const dangerous = findDangerousChanges(promised, current);
  return {
    breaking: sortedUnique([
      ...breaking.filter(isOwnBreak).map(describe),
      ...findLostDefaults(promised, current),
    ]),
    dangerous: sortedUnique(dangerous.map(describe)),
  };
}

// Where a standard scalar is no longer used, the fields or arguments that used it are reported.
const isOwnBreak = ({ description }: { description: string }) => !description.startsWith("Standard scalar ");

const describe = (change: { type: string; description: string }): ApiChange =>
  `${change.type}: ${change.description}`;

/**
 * graphql-js does not count it as breaking when an argument or input field of a non-null type loses its
 * default value, although it must be given from then on.
 */
function findLostDefaults(promised: GraphQLSchema, current: GraphQLSchema): ApiChange[] {
  return Object.values(promised.getTypeMap()).flatMap((type) => {
    const now = current.getType(type.name);
    if (isInputObjectType(type) && isInputObjectType(now)) {
      return lostInputFieldDefaults(type.name, type.getFields(), now.getFields());
    }
    const hasFields =
      (isObjectType(type) || isInterfaceType(type)) && (isObjectType(now) || isInterfaceType(now));
    return hasFields ? lostArgumentDefaults(type.name, type.getFields(), now.getFields()) : [];
  });
}

type ByName<Item> = Readonly<Record<string, Item>>;

function lostInputFieldDefaults(
  typeName: string,
  promised: ByName<GraphQLInputField>,
  current: ByName<GraphQLInputField>,
): ApiChange[] {
  return Object.values(promised)
    .filter((field) => lostDefault(field, current[field.name], isRequiredInputField))
    .map(
      ({ name }) => `INPUT_FIELD_MADE_REQUIRED: ${typeName}.${name} lost its default value and is required.`,
    );
}

function lostArgumentDefaults(
  typeName: string,
  promised: ByName<GraphQLField<unknown, unknown>>,
  current: ByName<GraphQLField<unknown, unknown>>,
): ApiChange[] {
  return Object.values(promised).flatMap((field) => {
    const now: readonly GraphQLArgument[] = current[field.name]?.args ?? [];
    return field.args
      .filter((arg) =>
        lostDefault(
          arg,
          now.find(({ name }) => name === arg.name),
          isRequiredArgument,
        ),
      )
      .map(
        ({ name }) =>
          `ARG_MADE_REQUIRED: ${typeName}.${field.name} arg ${name} lost its default value and is required.`,
      );
  });
}

// A type that was nullable and is not any more is reported by graphql-js already.
function lostDefault<Item extends { readonly type: GraphQLInputType; readonly defaultValue?: unknown }>(
  promised: Item,
  current: Item | undefined,
  isRequired: (item: Item) => boolean,
): boolean {
  const hadDefault = isNonNullType(promised.type) && promised.defaultValue !== undefined;
  return hadDefault && current !== undefined && isRequired(current);
}

const sortedUnique = (changes: readonly ApiChange[]) => [...new Set(changes)].toSorted(compareText);
