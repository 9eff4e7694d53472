import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { MeritoriousStatus } from "./meritorious-record.enums.js";

export const MeritoriousRecordConnection = connectionType(() => MeritoriousRecordEntity, "MeritoriousRecord");

@InputType({
  description:
    "Which records to list. Every condition that is given must hold. An empty text is BAD_USER_INPUT.",
})
export class MeritoriousRecordFilter {
  @Field(() => ID, unitField("The record is kept in"))
  administrativeUnit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The record is of the person with this id. Persons belong to another department: for an unknown id the list is empty.",
  })
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The record is of the category with this code. A code that is not in the catalog is BAD_USER_INPUT.",
  })
  categoryCode?: string | null;

  @Field(() => MeritoriousStatus, { nullable: true, description: "The record has this status today." })
  status?: MeritoriousStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The person was recognized on this day or later.",
  })
  recognizedFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The person was recognized on this day or earlier.",
  })
  recognizedTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The record is of a relative of the person with the record of this id. An unknown id is NOT_FOUND.",
  })
  relativeOf?: string | null;
}

@ArgsType()
export class MeritoriousRecordsArgs extends PageArgs {
  @Field(() => MeritoriousRecordFilter, { nullable: true, description: "Null: all records." })
  filter?: MeritoriousRecordFilter | null;
}
