import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { SocialHousingProjectEntity } from "./social-housing-project.entity.js";
import { projectById } from "./social-housing-project.loaders.js";

export function resolveSocialHousingProject(
  { id }: { id: string },
  context: RequestContext,
): Promise<SocialHousingProjectEntity | null> {
  return context.load(projectById, id);
}
