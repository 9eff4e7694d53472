import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PageArgs } from "@an-sinh/subgraph-kit/pagination/page-args";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { unitField } from "@an-sinh/territory/unit-field";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { PublishedFigureEntity } from "./published-figure.entity.js";

export const PublishedFigureConnection = connectionType(() => PublishedFigureEntity, "PublishedFigure");

const isAbout = unitField("The figure is about");

@InputType({
  description:
    "Which published figures to list. Every condition that is given must hold. An empty text is BAD_USER_INPUT.",
})
export class PublishedFigureFilter {
  @Field(() => ID, {
    nullable: true,
    description: `${isAbout.description} Figures about units within it are not listed.`,
  })
  administrativeUnit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The figure is of this program: "social housing". Another text lists nothing.',
  })
  program?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The figure is of this indicator: "planned apartments". Another text lists nothing.',
  })
  indicator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The text of the source contains this text. Upper and lower case are the same.",
  })
  source?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The figure stands at this day or a later one." })
  asOfFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The figure stands at this day or an earlier one.",
  })
  asOfTo?: string | null;
}

@ArgsType()
export class PublishedFiguresArgs extends PageArgs {
  @Field(() => PublishedFigureFilter, { nullable: true, description: "Null: all figures." })
  filter?: PublishedFigureFilter | null;
}
