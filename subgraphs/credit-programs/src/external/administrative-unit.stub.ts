import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The households department owns it. This department adds the credit statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
