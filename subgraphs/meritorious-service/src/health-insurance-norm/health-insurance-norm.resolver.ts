import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { findBasePay } from "../base-pay/base-pay.service.js";
import { listHealthInsuranceNorms } from "./health-insurance-norm.loaders.js";
import { HealthInsuranceNorm } from "./health-insurance-norm.type.js";

@Resolver(() => HealthInsuranceNorm)
export class HealthInsuranceNormResolver {
  @Query(() => HealthInsuranceNorm, {
    nullable: true,
    description:
      "What the state pays on a day for the health insurance of people with meritorious service and their relatives. Null: no norm is on record for that day.",
  })
  async meritoriousHealthInsurance(
    @Ctx() context: RequestContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." }) on: string | null,
  ): Promise<HealthInsuranceNorm | null> {
    const day = on ?? context.today;
    const [norms, basePay] = await Promise.all([
      listHealthInsuranceNorms(context),
      findBasePay(context, day),
    ]);
    const norm = norms.find((found) => isInForce(found, day));
    return norm ? new HealthInsuranceNorm(norm, basePay) : null;
  }
}
