import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";

export const SocialHousingApplicationConnection = connectionType(
  () => SocialHousingApplicationEntity,
  "SocialHousingApplication",
);
