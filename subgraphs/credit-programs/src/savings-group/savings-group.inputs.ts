import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { EntrustedOrganization } from "./savings-group.enums.js";
import { SavingsGroupEntity } from "./savings-group.entity.js";

export const SavingsGroupConnection = connectionType(() => SavingsGroupEntity, "SavingsGroup");

@InputType({
  description: "Which savings-and-credit groups to list. Every condition that is given must hold.",
})
export class SavingsGroupFilter {
  @Field(() => ID, unitField("The group lies in"))
  administrativeUnit?: string | null;

  @Field(() => EntrustedOrganization, {
    nullable: true,
    description: "The group is managed by this organization.",
  })
  entrustedOrganization?: EntrustedOrganization | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The group deals with the transaction office with this id. NOT_FOUND for an unknown id; BAD_USER_INPUT for an empty text.",
  })
  transactionOffice?: string | null;
}

@ArgsType()
export class SavingsGroupsArgs extends PageArgs {
  @Field(() => SavingsGroupFilter, { nullable: true, description: "Null: all groups." })
  filter?: SavingsGroupFilter | null;
}
