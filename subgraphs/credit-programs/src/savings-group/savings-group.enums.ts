import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const EntrustedOrganization = enumType(
  "EntrustedOrganization",
  "A mass organization that the policy bank entrusts with lending through savings-and-credit groups.",
  {
    WOMENS_UNION: "The Viet Nam Women's Union.",
    FARMERS_UNION: "The Viet Nam Farmers' Union.",
    VETERANS_ASSOCIATION: "The Veterans' Association of Viet Nam.",
    YOUTH_UNION: "The Ho Chi Minh Communist Youth Union.",
  },
);
export type EntrustedOrganization = keyof typeof EntrustedOrganization;
