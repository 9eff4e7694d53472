import { enumType } from "@an-sinh/subgraph-kit/enum-type";

export const Sex = enumType("Sex", "Sex as entered in the national population database.", {
  FEMALE: { vi: "Nữ", description: "Female." },
  MALE: { vi: "Nam", description: "Male." },
});
export type Sex = keyof typeof Sex;

export const Relationship = enumType("Relationship", "What a member is to the head of the household.", {
  HEAD: { vi: "Chủ hộ", description: "The head of the household." },
  SPOUSE: { vi: "Vợ, chồng", description: "The head's husband or wife." },
  CHILD: { vi: "Con", description: "A son or daughter of the head, by birth, adoption or marriage." },
  PARENT: { vi: "Cha, mẹ", description: "A parent of the head or of the head's spouse." },
  GRANDPARENT: { vi: "Ông, bà", description: "A grandparent of the head or of the head's spouse." },
  GRANDCHILD: { vi: "Cháu", description: "A grandchild of the head." },
  SIBLING: { vi: "Anh, chị, em", description: "A brother or sister of the head or of the head's spouse." },
  OTHER: { vi: "Khác", description: "Another relative, or somebody who is not related." },
});
export type Relationship = keyof typeof Relationship;

export const BirthDatePrecision = enumType(
  "BirthDatePrecision",
  "How exactly the date of birth of a person is known. Old registers hold only a year for many people.",
  {
    DAY: { vi: "Ngày", description: "The day is known." },
    MONTH: { vi: "Tháng", description: "Only the month is known." },
    YEAR: { vi: "Năm", description: "Only the year is known." },
  },
);
export type BirthDatePrecision = keyof typeof BirthDatePrecision;
