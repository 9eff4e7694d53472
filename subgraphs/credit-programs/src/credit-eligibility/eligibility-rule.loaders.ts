import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import { CreditEligibilityRule } from "./eligibility-rule.enums.js";

/** All rules, a few dozen. The key is always "all": a request reads them once. */
const allRules = defineLoader(async (keys, context: RequestContext) => {
  const rules = await context.read(EligibilityRuleEntity, "rule").getMany();
  return keys.map(() => rules);
});

const policyBankPrograms = defineLoader(async (keys, context: RequestContext) => {
  const programs = await context
    .read(CreditProgramEntity, "program")
    .where("program.lenderKind = 'POLICY_BANK'")
    .orderBy("program.id")
    .getMany();
  return keys.map(() => programs);
});

/** The policy bank's programs, by id. */
export const listPolicyPrograms = (context: RequestContext): Promise<CreditProgramEntity[]> =>
  context.load(policyBankPrograms, "all");

const order = Object.keys(CreditEligibilityRule);

/** The rules of all programs that are in force on a day. Those of one program are in the order of the enum. */
export async function listRules(context: RequestContext, on: string): Promise<EligibilityRuleEntity[]> {
  const rules = await context.load(allRules, "all");
  return rules
    .filter((rule) => isInForce(rule, on))
    .toSorted((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}
