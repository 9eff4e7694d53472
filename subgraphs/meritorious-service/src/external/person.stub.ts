import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Households owns persons. This department adds their records and allowances. */
@ObjectType("Person")
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID)
  id!: string;

  /** The gateway sends it only with fields that require it. */
  @Field(() => [ID])
  @Directive("@external")
  parentIds?: string[] | null;
}
