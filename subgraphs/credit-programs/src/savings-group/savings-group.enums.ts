import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const EntrustedOrganization = enumType(
  "EntrustedOrganization",
  "A mass organization that the policy bank entrusts with lending through savings-and-credit groups.",
  {
    WOMENS_UNION: { vi: "Hội Liên hiệp Phụ nữ", description: "The Viet Nam Women's Union." },
    FARMERS_UNION: { vi: "Hội Nông dân", description: "The Viet Nam Farmers' Union." },
    VETERANS_ASSOCIATION: { vi: "Hội Cựu chiến binh", description: "The Veterans' Association of Viet Nam." },
    YOUTH_UNION: {
      vi: "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
      description: "The Ho Chi Minh Communist Youth Union.",
    },
  },
);
export type EntrustedOrganization = keyof typeof EntrustedOrganization;
