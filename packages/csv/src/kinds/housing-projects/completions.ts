import { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import { SocialHousingProjectEntity } from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import { defineFileKind } from "../../file-kind.js";
import { day } from "../../values/days.js";
import { integer } from "../../values/numbers.js";
import { id } from "../../values/text.js";

export const completions = defineFileKind<ApartmentCompletionEntity>({
  name: "completions",
  description: "Completed phases of social housing projects.",
  entity: ApartmentCompletionEntity,
  key: ["projectId", "phase"],
  columns: [
    {
      name: "project_id",
      property: "projectId",
      type: id,
      refersTo: { entity: SocialHousingProjectEntity, by: "id", noun: "project" },
      description: "The project.",
    },
    { name: "phase", property: "phase", type: integer(1, 1_000), description: "Counted from 1." },
    {
      name: "apartments",
      property: "apartments",
      type: integer(1, 1_000_000),
      description: "How many apartments this phase added.",
    },
    {
      name: "completed_on",
      property: "completedOn",
      type: day,
      description: "The day on which they were accepted for use.",
    },
  ],
});
