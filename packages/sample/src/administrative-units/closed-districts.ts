import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

/** A district of the sample's provinces. It was closed when the two-level government began on 2025-07-01. */
export interface ClosedDistrict {
  readonly code: string;
  readonly name: string;
  readonly formerProvinceCode: string;
}

const file = new URL("../../data/closed-districts.csv", import.meta.url);

const rowSchema = z
  .object({
    district_code: z.string().regex(/^\d{3}$/),
    name: z.string().trim().min(1).normalize("NFC"),
    province_code_before_2025_07_01: z.string().regex(/^\d{2}$/),
    closed_on: z.literal("2025-07-01"),
  })
  .transform((row) => ({
    code: row.district_code,
    name: row.name,
    formerProvinceCode: row.province_code_before_2025_07_01,
  }));

/** Reads the project's own list of closed districts. Throws for a malformed row. */
export function readClosedDistricts(): ClosedDistrict[] {
  return z.array(rowSchema).parse(parse(readFileSync(file), { columns: true, bom: true }));
}
