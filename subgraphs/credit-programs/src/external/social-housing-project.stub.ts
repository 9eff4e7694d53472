import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The housing-projects department owns it. This department adds its financing. */
@ObjectType("SocialHousingProject")
@Directive('@key(fields: "id")')
export class SocialHousingProject {
  @Field(() => ID)
  id!: string;
}
