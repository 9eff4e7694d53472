import { defineCatalog, defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { CreditProgramEntity } from "./credit-program.entity.js";
import { CreditTermsEntity } from "./credit-terms.entity.js";
import { PreferredRateEntity } from "./preferred-rate.entity.js";

export const programById = rowById(CreditProgramEntity, "program");

export const programByCode = defineLoader(async (codes, context) =>
  indexByKey(
    codes,
    await context
      .read(CreditProgramEntity, "program")
      .where("program.code IN (:...codes)", { codes })
      .getMany(),
    (program) => program.code,
  ),
);

const listAllPrograms = defineCatalog((context) => context.read(CreditProgramEntity, "program").getMany());

/** The ids of the programs under which commercial banks lend. */
export async function commercialPrograms(context: RequestContext): Promise<ReadonlySet<string>> {
  const programs = await listAllPrograms(context);
  return new Set(programs.filter(({ lenderKind }) => lenderKind === "COMMERCIAL_BANK").map(({ id }) => id));
}

/** A few dozen, of all programs and days. Those of one program come together, the earliest first. */
export const listAllTerms = defineCatalog((context) =>
  context.read(CreditTermsEntity, "terms").orderBy("terms.programId").addOrderBy("terms.validFrom").getMany(),
);

/** A few, of all programs and days. */
export const listAllPreferredRates = defineCatalog((context) =>
  context.read(PreferredRateEntity, "rate").orderBy("rate.borrowers").getMany(),
);
