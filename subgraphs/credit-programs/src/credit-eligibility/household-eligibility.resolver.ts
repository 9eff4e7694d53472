import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { findNewlyEscapedLapse, listEligibility } from "./credit-eligibility.service.js";
import { CreditEligibility } from "./credit-eligibility.type.js";

@Resolver(() => Household)
export class HouseholdEligibilityResolver {
  @RequiresScopes("credit:read")
  @Directive('@requires(fields: "isUrban classificationHistory { class since until }")')
  @ListSize(12)
  @Title("Điều kiện vay vốn")
  @FieldResolver(() => [CreditEligibility], {
    nullable: true,
    description:
      "For each program of the policy bank: whether the household may borrow on a day, how much, and every rule that decided it.",
  })
  creditEligibility(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("on", () => DateScalar, { nullable: true, description: "The day. Null: today." })
    on: string | null,
  ): Promise<CreditEligibility[]> {
    return listEligibility(context, household, on ?? context.today);
  }

  @RequiresScopes("credit:read")
  @Directive('@requires(fields: "classificationHistory { class since until }")')
  @About(
    "Ngày cuối cùng hộ được vay vốn theo diện hộ mới thoát nghèo (Quyết định số 28/2015/QĐ-TTg); có thể đã qua. Để trống: hộ chưa thoát nghèo tính đến ngày tra cứu.",
  )
  @Title("Hết hạn vay của hộ mới thoát nghèo", "Credit for newly escaped households lapses on")
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which the household may borrow as newly escaped from poverty. It may be in the past. Null: the household had not escaped by the day `on`.",
  })
  newlyEscapedCreditLapsesOn(
    @Ctx() context: RequestContext,
    @Root() household: Household,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "The day whose rules and register count. Null: today.",
    })
    on: string | null,
  ): Promise<string | null> {
    return findNewlyEscapedLapse(context, household, on ?? context.today);
  }
}
