import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";

export const projectById = rowById(SocialHousingProjectEntity, "project");
