import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { AdministrativeLevel } from "./administrative-level.js";
import { AdministrativeUnitEntity } from "./administrative-unit.entity.js";

export const AdministrativeUnitConnection = connectionType(
  () => AdministrativeUnitEntity,
  "AdministrativeUnit",
);

@InputType({
  description:
    "Which administrative units to list. Every condition that is given must hold. An empty text is BAD_USER_INPUT.",
})
export class AdministrativeUnitFilter {
  @Field(() => [ID], {
    nullable: true,
    description:
      "The unit is one of those with these ids. At most 100. An unknown id is NOT_FOUND. An empty text is BAD_USER_INPUT, and so is a code in the place of an id.",
  })
  ids?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The unit has or had this official code. Another code lists nothing.",
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of words of the name, in their order, as somebody types it: neither capitals nor marks matter, so "bac nin" finds "Tỉnh Bắc Ninh". Provinces come first, then districts, then communes. One without letters and digits finds none.',
  })
  search?: string | null;

  @Field(() => AdministrativeLevel, { nullable: true, description: "The unit is of this level." })
  level?: AdministrativeLevel | null;

  @Field(() => ID, unitField("The unit lies directly under"))
  parent?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The unit was valid on this day. Null: on any day.",
  })
  on?: string | null;
}

@ArgsType()
export class AdministrativeUnitsArgs extends PageArgs {
  @Field(() => AdministrativeUnitFilter, {
    nullable: true,
    description: "Null: all units, of today and closed.",
  })
  filter?: AdministrativeUnitFilter | null;
}

@ArgsType()
export class AdministrativeUnitArgs {
  @Field(() => String, { description: 'The official code: "24".' })
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it had this code. Null: today." })
  on?: string | null;
}
