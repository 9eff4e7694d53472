import { anonymous, type Caller } from "@an-sinh/server/caller";
import type { AuditOptions } from "../../src/audit/open-read-log.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { auditedDirective, auditKey, newAuditFolder } from "./audit.js";
import { startGateway, type SubgraphCase, type Topology } from "./gateway.js";
import { post } from "./post.js";

interface Key {
  readonly id: string;
}

export const secretLookupDirective = `
  extend schema @link(url: "https://an-sinh.example/specs/secretLookup/v1.0", import: ["@secretLookup"]) @composeDirective(name: "@secretLookup")
  directive @secretLookup(perMinute: Int!) on FIELD_DEFINITION
`;

export const patients: SubgraphCase = {
  name: "patients",
  sdl: `${auditedDirective}
    ${secretLookupDirective}
    type Query { patients: [Patient!]! patient(id: ID!): Patient nobody: Patient anyone: Being beds: [Bed!] wards: Int bill: Bill
      staff: Int @requiresScopes(scopes: [["staff:read"]]) patientByNumber(number: String!): Patient @secretLookup(perMinute: 0) }
    type Patient implements Named @key(fields: "id") @audited @requiresScopes(scopes: [["patients:read"]]) {
      id: ID! name: String! friends: [Patient!]
    }
    type Nurse implements Named @audited(by: "id") { id: ID! name: String! }
    type Robot implements Named { id: ID! name: String! }
    type Bill @audited(by: "payer { id }") { amount: Int payer: Patient! }
    type Bed { patients: [[Patient]] }
    interface Named { id: ID! name: String! }
    union Being = Patient | Nurse | Robot
  `,
  resolvers: {
    Query: {
      patients: () => [patient("p1"), patient("p2")],
      patient: (_: unknown, { id }: Key) => patient(id),
      nobody: () => null,
      anyone: () => ({ __typename: "Nurse", id: "n1", name: "Made up" }),
      beds: () => [{ patients: [[patient("p1"), null], [patient("p3")]] }],
      wards: () => 4,
      bill: () => ({ amount: 7, payer: patient("p9") }),
    },
    Patient: {
      __resolveReference: async ({ id }: Key) => patient(id),
      friends: () => [patient("p1"), patient("p4")],
    },
  },
};

export const visits: SubgraphCase = {
  name: "visits",
  sdl: `type Patient @key(fields: "id") { id: ID! doctor: Patient @shareable, visits: Int }`,
  resolvers: {
    Patient: { __resolveReference: async ({ id }: Key) => ({ id, doctor: { id: "d1" } }), visits: () => 3 },
  },
};

const patient = (id: string) => ({ id, name: id === "large" ? "x".repeat(20_000_001) : "Made up" });

/** Sees patients. */
export const doctor = {
  subject: "doctor",
  agency: "Clinic",
  scopes: ["patients:read"],
  areas: [],
};

const callers: Readonly<Record<string, Caller>> = {
  x: doctor,
  stranger: { ...doctor, subject: "stranger", scopes: [] },
};

/** A gateway that records reads of patients. It is asked by the doctor, where no header says otherwise. */
export async function startAudited(
  audit: Partial<AuditOptions> = {},
  topology: Topology = "local",
  options: Partial<GatewayOptions> = {},
) {
  const folder = newAuditFolder();
  const gateway = await startGateway([patients, visits], topology, {
    audit: { folder, key: auditKey, ...audit },
    identify: async ({ headers }) => callers[headers.authorization ?? ""] ?? anonymous,
    ...options,
  });
  const ask = (query: string, headers: Record<string, string> = {}, more: object = {}) =>
    post(`${gateway.url}/graphql`, { query, ...more }, { authorization: "x", ...headers });
  return { ...gateway, folder, ask };
}
