import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const LenderKind = enumType("LenderKind", "Who lends under a credit program.", {
  POLICY_BANK: { vi: "Ngân hàng Chính sách xã hội", description: "The Viet Nam Bank for Social Policies." },
  COMMERCIAL_BANK: { vi: "Ngân hàng thương mại", description: "Commercial banks, from their own capital." },
});
export type LenderKind = keyof typeof LenderKind;

export const PreferredBorrowers = enumType(
  "PreferredBorrowers",
  "Borrowers to whom a program lends at a lower rate than to others.",
  {
    PERSONS_WITH_DISABILITIES: { vi: "Người khuyết tật", description: "Persons with disabilities." },
    ETHNIC_MINORITIES_IN_DISADVANTAGED_AREAS: {
      vi: "Người dân tộc thiểu số ở vùng đặc biệt khó khăn",
      description: "Members of ethnic minorities who live in areas of special difficulty.",
    },
    FIRMS_EMPLOYING_THEM: {
      vi: "Cơ sở sử dụng nhiều lao động nói trên",
      description: "Firms that employ many of the persons above.",
    },
  },
);
export type PreferredBorrowers = keyof typeof PreferredBorrowers;
