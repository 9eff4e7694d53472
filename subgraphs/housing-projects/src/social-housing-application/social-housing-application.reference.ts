import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Household } from "../external/household.js";
import type { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";
import { applicationById } from "./social-housing-application.loaders.js";

/** An application, with what the gateway sends along about the applicant's household. */
export type SocialHousingApplicationReference = SocialHousingApplicationEntity & {
  /** There only where a field requires it. Null: not on the register. */
  readonly household?: Household | null;
};

export async function resolveSocialHousingApplication(
  { id, household }: { readonly id: string; readonly household?: Household | null },
  context: RequestContext,
): Promise<SocialHousingApplicationReference | null> {
  const application = await context.load(applicationById, id);
  return application && { ...application, ...(household === undefined ? {} : { household }) };
}
