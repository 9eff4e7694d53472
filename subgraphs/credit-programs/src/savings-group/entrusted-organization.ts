import { registerEnumType } from "type-graphql";

export const EntrustedOrganization = {
  WOMENS_UNION: "WOMENS_UNION",
  FARMERS_UNION: "FARMERS_UNION",
  VETERANS_ASSOCIATION: "VETERANS_ASSOCIATION",
  YOUTH_UNION: "YOUTH_UNION",
} as const;
export type EntrustedOrganization = keyof typeof EntrustedOrganization;

registerEnumType(EntrustedOrganization, {
  name: "EntrustedOrganization",
  description:
    "A mass organization that the policy bank entrusts with lending through savings-and-credit groups.",
  valuesConfig: {
    WOMENS_UNION: { description: "The Viet Nam Women's Union." },
    FARMERS_UNION: { description: "The Viet Nam Farmers' Union." },
    VETERANS_ASSOCIATION: { description: "The Veterans' Association of Viet Nam." },
    YOUTH_UNION: { description: "The Ho Chi Minh Communist Youth Union." },
  },
});
