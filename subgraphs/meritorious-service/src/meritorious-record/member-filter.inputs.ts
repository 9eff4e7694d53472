import { Field, InputType } from "type-graphql";
import { MeritoriousStatus } from "./meritorious-record.enums.js";

@InputType({
  description:
    "Which records of a household's members to list: those of one of the categories, and those of relatives of somebody in one of the categories.",
})
export class MeritoriousMemberFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Recognized in one of these categories: ["WAR_INVALID", "HEROIC_MOTHER"]. A code that is not in the catalog is BAD_USER_INPUT. Null and relativesOf null: in any.',
  })
  categoryCodes?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Or recognized as a relative of somebody in one of these categories: ["MARTYR"]. A code that is not in the catalog is BAD_USER_INPUT.',
  })
  relativesOf?: string[] | null;

  @Field(() => MeritoriousStatus, { nullable: true, description: "And has this status today. Null: any." })
  status?: MeritoriousStatus | null;
}
