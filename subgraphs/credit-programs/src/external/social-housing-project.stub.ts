import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by housing-projects; here it gains its financing. */
@ObjectType("SocialHousingProject")
@Directive('@key(fields: "id")')
export class SocialHousingProject {
  @Field(() => ID)
  id!: string;
}
