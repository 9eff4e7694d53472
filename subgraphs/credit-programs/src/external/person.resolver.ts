import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { LoanEntity } from "../loan/loan.entity.js";
import { loansOfBorrower } from "../loan/loan.loaders.js";
import { Person } from "./person.js";

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => [LoanEntity], {
    description:
      "The loans that the person signed for, for the household or alone, the earliest first. Empty: none.",
  })
  loans(@Ctx() context: RequestContext, @Root() { id }: Person): Promise<LoanEntity[]> {
    return context.load(loansOfBorrower, id);
  }
}
