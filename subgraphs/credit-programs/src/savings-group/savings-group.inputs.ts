import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { EntrustedOrganization } from "./entrusted-organization.js";
import { SavingsGroupEntity } from "./savings-group.entity.js";

export const SavingsGroupConnection = connectionType(() => SavingsGroupEntity, "SavingsGroup");

@InputType({
  description: "Which savings-and-credit groups to list. Every condition that is given must hold.",
})
export class SavingsGroupFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      "Is at home in the administrative unit with this id: a province, district or commune, of today or closed. No group lies in an unknown unit.",
  })
  administrativeUnit?: string | null;

  @Field(() => EntrustedOrganization, { nullable: true, description: "Is managed by this organization." })
  entrustedOrganization?: EntrustedOrganization | null;

  @Field(() => ID, { nullable: true, description: "Deals with the transaction office with this id." })
  transactionOffice?: string | null;
}

@ArgsType()
export class SavingsGroupsArgs extends PageArgs {
  @Field(() => SavingsGroupFilter, { nullable: true, description: "Null: all groups." })
  filter?: SavingsGroupFilter | null;
}
