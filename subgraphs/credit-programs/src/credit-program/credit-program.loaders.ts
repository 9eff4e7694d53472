import { defineCatalog, defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
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

/** A few dozen, of all programs and days. Those of one program come together, the earliest first. */
export const listAllTerms = defineCatalog((context) =>
  context.read(CreditTermsEntity, "terms").orderBy("terms.programId").addOrderBy("terms.validFrom").getMany(),
);

/** A few, of all programs and days. */
export const listAllPreferredRates = defineCatalog((context) =>
  context.read(PreferredRateEntity, "rate").orderBy("rate.borrowers").getMany(),
);
