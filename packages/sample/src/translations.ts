import { readFileSync } from "node:fs";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { listedTable, type SampleTable } from "./sample-table.js";

const rowSchema = z.object({
  language: z.enum(["EN", "VI"]),
  text: z.string().min(1),
  translation: z.string().min(1),
});

/** The texts of a department's sample in other languages. The files are the project's own. */
export function translationsTable(department: string): SampleTable {
  const file = new URL(`../data/translations/${department}.csv`, import.meta.url);
  return listedTable(
    TranslationEntity,
    z.array(rowSchema).parse(parse(readFileSync(file), { columns: true })),
  );
}
