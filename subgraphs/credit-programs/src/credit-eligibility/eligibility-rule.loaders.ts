import { defineCatalog, defineLoader } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import { EligibilityRuleEntity } from "./eligibility-rule.entity.js";
import { CreditEligibilityRule } from "./eligibility-rule.enums.js";

/** The policy bank's programs, by id. */
export const listPolicyPrograms = defineCatalog((context) =>
  context
    .read(CreditProgramEntity, "program")
    .where("program.lenderKind = 'POLICY_BANK'")
    .orderBy("program.id")
    .getMany(),
);

/** A few dozen, of all programs and days. */
const listAllRules = defineCatalog((context) => context.read(EligibilityRuleEntity, "rule").getMany());

const order = Object.keys(CreditEligibilityRule);

/** The rules of all programs that are in force on a day. Those of one program are in the order of the enum. */
export const rulesOn = defineLoader(async (days, context) => {
  const rules = (await listAllRules(context)).toSorted(
    (a, b) => order.indexOf(a.rule) - order.indexOf(b.rule),
  );
  return days.map((on) => rules.filter((rule) => isInForce(rule, on)));
});
