import { anonymous, type Caller } from "@an-sinh/server/caller";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { auditedDirective, auditKey, newAuditFolder } from "../support/audit.js";
import { secretLookupDirective } from "../support/audited-gateway.js";
import { startGateway, type SubgraphCase } from "../support/gateway.js";
import { post } from "../support/post.js";
import { nodeId } from "./shop.js";

const row =
  (typeName: string, fields: object = {}) =>
  (_: unknown, { id }: { readonly id: string }) =>
    id === "none" ? null : { id, nodeId: nodeId(typeName, id), ...fields };

/** Patients are read with a scope and recorded, a ward by everyone, a card by its secret number. A bed always fails. */
export const clinic: SubgraphCase = {
  name: "clinic",
  sdl: `${auditedDirective} ${secretLookupDirective}
    type Query {
      patient(id: ID!): Patient
      ward(id: ID!): Ward
      bed(id: ID!): Bed
      card(id: ID!): Card @secretLookup(perMinute: 2)
    }
    type Patient @key(fields: "id") @audited @requiresScopes(scopes: [["patients:read"]]) {
      id: ID! nodeId: ID! name: String!
    }
    type Ward @key(fields: "id") { id: ID! nodeId: ID! beds: Int note: String @requiresScopes(scopes: [["staff:read"]]) }
    type Bed @key(fields: "id") { id: ID! nodeId: ID! }
    type Card @key(fields: "id") { id: ID! nodeId: ID! }`,
  resolvers: {
    Query: {
      patient: row("Patient", { name: "Made up" }),
      ward: row("Ward", { beds: 3, note: "Made up" }),
      bed: () => {
        throw new Error("broken");
      },
      card: row("Card"),
    },
    ...Object.fromEntries(
      ["Patient", "Ward", "Bed", "Card"].map((name) => [
        name,
        { __resolveReference: async (given: object) => given },
      ]),
    ),
  },
};

const doctor: Caller = {
  subject: "doctor",
  agency: null,
  scopes: ["patients:read", "staff:read", "graph:debug"],
  areas: [],
};

/** A gateway over the clinic, asked by a doctor or, with the header `authorization: stranger`, by somebody without scopes. */
export async function startClinic(options: Partial<GatewayOptions> = {}) {
  const fetches: string[] = [];
  const known: boolean[] = [];
  const folder = newAuditFolder();
  const gateway = await startGateway([clinic], "local", {
    ...(options.executor !== "stock" && { audit: { folder, key: auditKey } }),
    identify: async ({ headers }) => {
      if (headers.authorization === "nobody") return anonymous;
      return headers.authorization === "stranger" ? { ...doctor, subject: "stranger", scopes: [] } : doctor;
    },
    hooks: {
      beforeFetch: ({ operation }) => void fetches.push(operation.query),
      afterPlanning: ({ wasKnown }) => void known.push(wasKnown),
    },
    ...options,
  });
  const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    post(`${gateway.url}/graphql`, { query, variables }, headers);
  return { ...gateway, folder, fetches, known, ask };
}
