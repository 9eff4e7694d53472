import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Household } from "../external/household.stub.js";
import type { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";
import { applicationById } from "./social-housing-application.loaders.js";

/** An application, and what the gateway sent about the applicant's household. */
export type SocialHousingApplicationReference = SocialHousingApplicationEntity & {
  /** Undefined: no field requires it. Null: the household is not on the register. */
  readonly household?: Household | null;
};

export async function resolveSocialHousingApplication(
  { id, household }: { readonly id: string; readonly household?: Household | null },
  context: RequestContext,
): Promise<SocialHousingApplicationReference | null> {
  const application = await context.load(applicationById, id);
  return application && { ...application, ...(household === undefined ? {} : { household }) };
}
