import { Field, InputType } from "type-graphql";
import { MeritoriousStatus } from "./meritorious-record.enums.js";

@InputType({
  description:
    "Which records of a household's members to list. A record is listed if it fulfills categoryCodes or relativesOf; if both are null, every category is listed.",
})
export class MeritoriousMemberFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'The record is of one of these categories: ["WAR_INVALID", "HEROIC_MOTHER"]. A code that is not in the catalog is BAD_USER_INPUT.',
  })
  categoryCodes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The record is of a relative of somebody in one of these categories: ["MARTYR"]. A code that is not in the catalog is BAD_USER_INPUT.',
  })
  relativesOf?: string[] | null;

  @Field(() => MeritoriousStatus, {
    nullable: true,
    description: "The record also has this status today. Null: any.",
  })
  status?: MeritoriousStatus | null;
}
