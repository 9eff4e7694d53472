import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CreditProgramEntity } from "./credit-program.entity.js";
import type { CreditProgramsArgs } from "./credit-program.inputs.js";
import { CreditTermsEntity } from "./credit-terms.entity.js";

/** The programs by code, a few dozen at most. With `on`: those that have terms on record for that day. */
export function listPrograms(
  context: RequestContext,
  { on, lenderKind }: CreditProgramsArgs,
): Promise<CreditProgramEntity[]> {
  const query = context.read(CreditProgramEntity, "program").orderBy("program.code");
  if (lenderKind) query.andWhere("program.lenderKind = :lenderKind", { lenderKind });
  if (on) {
    const terms = query
      .subQuery(CreditTermsEntity, "terms")
      .select("1")
      .where("terms.programId = program.id")
      .andWhere(inForceSql("terms.validFrom", "terms.validTo", ":on"));
    query.andWhere(`EXISTS (${terms.getQuery()})`, { on });
  }
  return query.getMany();
}
