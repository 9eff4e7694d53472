import { readFileSync } from "node:fs";
import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { LandTransfer } from "./land-transfers.js";

/** A commune that was closed before 2025-07-01. The address database has no code of it. */
export interface ClosedCommune {
  readonly code: string;
  readonly name: string;
  /** Its last day. */
  readonly validTo: string;
  /** The first day of the commune that took over its land. */
  readonly closedOn: string;
  /** The code of that commune. It may be the code of the closed commune itself. */
  readonly successorCode: string;
}

const file = new URL("../../data/closed-communes.csv", import.meta.url);

const code = z.string().regex(/^\d{5}$/);

const rowSchema = z
  .object({
    commune_code: code,
    name: z.string().trim().min(1).normalize("NFC"),
    closed_on: z.iso.date(),
    successor_code: code,
    legal_basis: z.string().min(1),
  })
  .transform((row) => ({
    code: row.commune_code,
    name: row.name,
    validTo: addDays(row.closed_on, -1),
    closedOn: row.closed_on,
    successorCode: row.successor_code,
  }));

/** Reads the project's own list. It has the communes that a source of the sample names. Throws for a malformed row. */
export function readClosedCommunes(): ClosedCommune[] {
  return z.array(rowSchema).parse(parse(readFileSync(file), { columns: true, bom: true }));
}

/** The transfer, or if its former commune was made of communes of the list, one transfer for the land of each of them. */
export function splitByClosedCommunes(
  transfer: LandTransfer,
  closed: readonly ClosedCommune[],
): LandTransfer[] {
  const parts = closed.filter(({ successorCode }) => successorCode === transfer.formerCode);
  return parts.length === 0 ? [transfer] : parts.map((earlier) => ({ ...transfer, earlier }));
}
