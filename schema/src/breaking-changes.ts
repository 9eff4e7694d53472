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
  /** A valid operation may fail from now on, or its answer may have null where a value was promised. */
  readonly breaking: readonly ApiChange[];
  /** Every valid operation stays valid, but its answer may surprise a client, for instance by a new enum value. */
  readonly dangerous: readonly ApiChange[];
}

/** The changes from the API that consumers were promised to the API that the code gives now. */
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

/**
 * graphql 16.15.0 reports a standard scalar as a removed type when the last field that used it has another type.
 * The change of the field is enough. Test: schema/test/breaking-changes.test.ts, "a type is changed".
 */
const isOwnBreak = ({ description }: { description: string }) => !description.startsWith("Standard scalar ");

const describe = (change: { type: string; description: string }): ApiChange =>
  `${change.type}: ${change.description}`;

/**
 * An argument or input field of a non-null type must be given once it has no default value any more.
 * graphql 16.15.0 does not report that as a break. Test: schema/test/breaking-changes.test.ts, "loses its default".
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

// graphql reports a nullable type that became non-null, so only types that were non-null before count here.
function lostDefault<Item extends { readonly type: GraphQLInputType; readonly defaultValue?: unknown }>(
  promised: Item,
  current: Item | undefined,
  isRequired: (item: Item) => boolean,
): boolean {
  const hadDefault = isNonNullType(promised.type) && promised.defaultValue !== undefined;
  return hadDefault && current !== undefined && isRequired(current);
}

const sortedUnique = (changes: readonly ApiChange[]) => [...new Set(changes)].toSorted(compareText);
