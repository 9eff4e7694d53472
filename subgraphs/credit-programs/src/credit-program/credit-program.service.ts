import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CreditProgramEntity } from "./credit-program.entity.js";
import type { CreditProgramsArgs } from "./credit-program.inputs.js";
import { CreditTermsEntity } from "./credit-terms.entity.js";
import { termsOfProgram } from "./credit-program.loaders.js";

const inForce = "terms.validFrom <= :on AND (terms.validTo IS NULL OR terms.validTo >= :on)";

/** The programs, by code: with `on`, those that had terms on that day. There are a few dozen at most. */
export function listPrograms(
  context: RequestContext,
  { on, lenderKind }: CreditProgramsArgs,
): Promise<CreditProgramEntity[]> {
  const query = context.read(CreditProgramEntity, "program").orderBy("program.code");
  if (lenderKind) query.andWhere("program.lenderKind = :lenderKind", { lenderKind });
  if (on) {
    const terms = query.subQuery().from(CreditTermsEntity, "terms").select("1");
    terms.where("terms.programId = program.id").andWhere(inForce);
    query.andWhere(`EXISTS ${terms.getQuery()}`, { on });
  }
  return query.getMany();
}

/** The terms of a program on a day. Null: none are on record for that day. */
export async function findTerms(
  context: RequestContext,
  programId: string,
  on: string,
): Promise<CreditTermsEntity | null> {
  const history = await context.load(termsOfProgram, programId);
  return (
    history.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on)) ?? null
  );
}
