import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const LenderKind = enumType("LenderKind", "Who lends under a credit program.", {
  POLICY_BANK: "The Viet Nam Bank for Social Policies.",
  COMMERCIAL_BANK: "Commercial banks, from their own capital.",
});
export type LenderKind = keyof typeof LenderKind;

export const PreferredBorrowers = enumType(
  "PreferredBorrowers",
  "Borrowers to whom a program lends at a lower rate than to others.",
  {
    PERSONS_WITH_DISABILITIES: "Persons with disabilities.",
    ETHNIC_MINORITIES_IN_DISADVANTAGED_AREAS:
      "Members of ethnic minorities who live in areas of special difficulty.",
    FIRMS_EMPLOYING_THEM: "Firms that employ many of the persons above.",
  },
);
export type PreferredBorrowers = keyof typeof PreferredBorrowers;
