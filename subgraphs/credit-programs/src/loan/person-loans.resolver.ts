import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../external/person.stub.js";
import { LoanEntity } from "./loan.entity.js";
import { loansOfBorrower } from "./loan.loaders.js";

@Resolver(() => Person)
export class PersonLoansResolver {
  @ListSize(2)
  @Title("Khoản vay")
  @FieldResolver(() => [LoanEntity], {
    nullable: true,
    description:
      "The loans that the person signed for, for the household or alone, the earliest first. Empty: none.",
  })
  loans(@Ctx() context: RequestContext, @Root() { id }: Person): Promise<LoanEntity[]> {
    return context.load(loansOfBorrower, id);
  }
}
