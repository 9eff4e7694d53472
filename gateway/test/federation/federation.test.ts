import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, topologies, type GatewayUnderTest, type Topology } from "../support/gateway.js";
import { conditionsCase } from "./conditions.case.js";
import { entityChainsCase } from "./entity-chains.case.js";
import { enumsAndInputsCase } from "./enums-and-inputs.case.js";
import { failuresCase } from "./failures.case.js";
import type { Answer } from "./federation-case.js";
import { inaccessibleCase } from "./inaccessible.case.js";
import { interfaceObjectCase } from "./interface-object.case.js";
import { interfacesCase } from "./interfaces.case.js";
import { keysCase } from "./keys.case.js";
import { mutationsCase } from "./mutations.case.js";
import { namesCase } from "./names.case.js";
import { nullKeysCase } from "./null-keys.case.js";
import { overrideCase } from "./override.case.js";
import { providesCase } from "./provides.case.js";
import { requiresAndKeysCase } from "./requires-and-keys.case.js";
import { requiresChainsCase } from "./requires-chains.case.js";
import { requiresFragmentsCase } from "./requires-fragments.case.js";
import { requiresCase } from "./requires.case.js";
import { shareableCase } from "./shareable.case.js";
import { unionsCase } from "./unions.case.js";

const cases = [
  conditionsCase,
  entityChainsCase,
  enumsAndInputsCase,
  failuresCase,
  inaccessibleCase,
  interfaceObjectCase,
  interfacesCase,
  keysCase,
  mutationsCase,
  namesCase,
  nullKeysCase,
  overrideCase,
  providesCase,
  requiresAndKeysCase,
  requiresChainsCase,
  requiresFragmentsCase,
  requiresCase,
  shareableCase,
  unionsCase,
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
    expect(withSortedErrors(await gateway.query(query, variables))).toEqual(withSortedErrors(answer));
  });
});

/** The order of the errors of an answer says nothing. */
function withSortedErrors({ errors, ...answer }: Answer): Answer {
  const place = ({ path }: { readonly path?: unknown }) => JSON.stringify(path ?? null);
  return errors
    ? { ...answer, errors: errors.toSorted((left, right) => place(left).localeCompare(place(right))) }
    : answer;
}
