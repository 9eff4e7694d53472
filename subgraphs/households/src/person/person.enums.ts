import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const Sex = enumType("Sex", "Sex as entered in the national population database.", {
  FEMALE: "Female.",
  MALE: "Male.",
});
export type Sex = keyof typeof Sex;

export const Relationship = enumType("Relationship", "What a member is to the head of the household.", {
  HEAD: "The head of the household.",
  SPOUSE: "The head's husband or wife.",
  CHILD: "A son or daughter of the head, by birth, adoption or marriage.",
  PARENT: "A parent of the head or of the head's spouse.",
  GRANDPARENT: "A grandparent of the head or of the head's spouse.",
  GRANDCHILD: "A grandchild of the head.",
  SIBLING: "A brother or sister of the head or of the head's spouse.",
  OTHER: "Another relative, or somebody who is not related.",
});
export type Relationship = keyof typeof Relationship;

export const BirthDatePrecision = enumType(
  "BirthDatePrecision",
  "How exactly the date of birth of a person is known. Old registers hold only a year for many people.",
  {
    DAY: "The day is known.",
    MONTH: "Only the month is known.",
    YEAR: "Only the year is known.",
  },
);
export type BirthDatePrecision = keyof typeof BirthDatePrecision;
