import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PublishedFigureEntity } from "./published-figure.entity.js";

export const PublishedFigureConnection = connectionType(() => PublishedFigureEntity, "PublishedFigure");

@InputType({ description: "Which published figures to list. Every condition that is given must hold." })
export class PublishedFigureFilter {
  @Field(() => ID, {
    nullable: true,
    description: "Is about the unit with this id itself, not about units within it.",
  })
  administrativeUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Is of this program: "social housing".' })
  program?: string | null;

  @Field(() => String, { nullable: true, description: 'Is of this indicator: "planned apartments".' })
  indicator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The source's text contains this, whatever the case of unaccented letters.",
  })
  source?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Stands at this day or a later one." })
  asOfFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Stands at this day or an earlier one." })
  asOfTo?: string | null;
}

@ArgsType()
export class PublishedFiguresArgs extends PageArgs {
  @Field(() => PublishedFigureFilter, { nullable: true, description: "Null: all figures." })
  filter?: PublishedFigureFilter | null;
}
