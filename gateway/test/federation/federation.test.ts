import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, topologies, type GatewayUnderTest, type Topology } from "../support/gateway.js";
import { abstractTypesCase } from "./abstract-types.case.js";
import { complexKeysCase } from "./complex-keys.case.js";
import { conditionsCase } from "./conditions.case.js";
import { conditionsAndRequiresCase } from "./conditions-and-requires.case.js";
import { entityChainsCase } from "./entity-chains.case.js";
import { enumsAndInputsCase } from "./enums-and-inputs.case.js";
import { externalKeysCase } from "./external-keys.case.js";
import { failuresCase } from "./failures.case.js";
import { falsyValuesCase } from "./falsy-values.case.js";
import { inaccessibleCase } from "./inaccessible.case.js";
import { interfaceObjectCase } from "./interface-object.case.js";
import { interfaceObjectChainsCase } from "./interface-object-chains.case.js";
import { interfaceObjectDetoursCase } from "./interface-object-detours.case.js";
import { interfaceObjectRequiresCase } from "./interface-object-requires.case.js";
import { interfacesCase } from "./interfaces.case.js";
import { introspectionCase } from "./introspection.case.js";
import { introspectionAndDataCase } from "./introspection-and-data.case.js";
import { keysCase } from "./keys.case.js";
import { keysOfSeveralTypesCase } from "./keys-of-several-types.case.js";
import { mixedListsCase } from "./mixed-lists.case.js";
import { mutationsCase } from "./mutations.case.js";
import { mutationsAndEntitiesCase } from "./mutations-and-entities.case.js";
import { namesCase } from "./names.case.js";
import { nodeCase } from "./node.case.js";
import { nullKeysCase } from "./null-keys.case.js";
import { nullPropagationCase } from "./null-propagation.case.js";
import { overrideCase } from "./override.case.js";
import { overrideRequiresCase } from "./override-requires.case.js";
import { parentEntityCase } from "./parent-entity.case.js";
import { placesOfSeveralSubgraphsCase } from "./places-of-several-subgraphs.case.js";
import { providesCase } from "./provides.case.js";
import { providesAbstractCase } from "./provides-abstract.case.js";
import { requiresCase } from "./requires.case.js";
import { requiresAndKeysCase } from "./requires-and-keys.case.js";
import { requiresArgumentValuesCase } from "./requires-argument-values.case.js";
import { requiresArgumentsCase } from "./requires-arguments.case.js";
import { requiresBelowCase } from "./requires-below.case.js";
import { requiresChainsCase } from "./requires-chains.case.js";
import { requiresCircularCase } from "./requires-circular.case.js";
import { requiresFragmentsCase } from "./requires-fragments.case.js";
import { shareableCase } from "./shareable.case.js";
import { sharedEntitiesCase } from "./shared-entities.case.js";
import { sharedRootCase } from "./shared-root.case.js";
import { typeConditionsCase } from "./type-conditions.case.js";
import { typeDifferencesCase } from "./type-differences.case.js";
import { unionsCase } from "./unions.case.js";
import { unplannableCase } from "./unplannable.case.js";
import { unresolvableInterfaceObjectCase } from "./unresolvable.case.js";
import { variablesCase } from "./variables.case.js";
import type { Answer } from "./federation-case.js";

const cases = [
  abstractTypesCase,
  complexKeysCase,
  conditionsCase,
  conditionsAndRequiresCase,
  entityChainsCase,
  enumsAndInputsCase,
  externalKeysCase,
  failuresCase,
  falsyValuesCase,
  inaccessibleCase,
  interfaceObjectCase,
  interfaceObjectChainsCase,
  interfaceObjectDetoursCase,
  interfaceObjectRequiresCase,
  interfacesCase,
  introspectionCase,
  introspectionAndDataCase,
  keysCase,
  keysOfSeveralTypesCase,
  mixedListsCase,
  mutationsCase,
  mutationsAndEntitiesCase,
  namesCase,
  nodeCase,
  nullKeysCase,
  nullPropagationCase,
  overrideCase,
  overrideRequiresCase,
  parentEntityCase,
  placesOfSeveralSubgraphsCase,
  providesCase,
  providesAbstractCase,
  requiresCase,
  requiresAndKeysCase,
  requiresArgumentValuesCase,
  requiresArgumentsCase,
  requiresBelowCase,
  requiresChainsCase,
  requiresCircularCase,
  requiresFragmentsCase,
  shareableCase,
  sharedEntitiesCase,
  sharedRootCase,
  typeConditionsCase,
  typeDifferencesCase,
  unionsCase,
  unplannableCase,
  unresolvableInterfaceObjectCase,
  variablesCase,
];
const runs = cases.flatMap((federationCase) =>
  topologies.map((topology) => ({ ...federationCase, topology })),
);

describe.each(runs)("$title, $topology", ({ subgraphs, operations, topology }) => {
  let gateway: GatewayUnderTest;
  beforeAll(async () => {
    gateway = await startGateway(subgraphs(), topology satisfies Topology);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test.each(operations)("$rule", async ({ query, variables, answer }) => {
    const given = await gateway.query(query, variables);
    expect(withSortedErrors(given)).toEqual(withSortedErrors(answer));
    expect(JSON.stringify(given.data), "the fields in the order of the query").toBe(
      JSON.stringify(answer.data),
    );
  });
});

/** The order of the errors of an answer says nothing. */
function withSortedErrors({ errors, ...answer }: Answer): Answer {
  const place = ({ path }: { readonly path?: unknown }) => JSON.stringify(path ?? null);
  return errors
    ? { ...answer, errors: errors.toSorted((left, right) => place(left).localeCompare(place(right))) }
    : answer;
}
