import { registerEnumType } from "type-graphql";

export const Sex = { FEMALE: "FEMALE", MALE: "MALE" } as const;
export type Sex = keyof typeof Sex;

registerEnumType(Sex, {
  name: "Sex",
  description: "Sex as entered in the national population database.",
  valuesConfig: { FEMALE: { description: "Female." }, MALE: { description: "Male." } },
});

export const Relationship = {
  HEAD: "HEAD",
  SPOUSE: "SPOUSE",
  CHILD: "CHILD",
  PARENT: "PARENT",
  GRANDPARENT: "GRANDPARENT",
  GRANDCHILD: "GRANDCHILD",
  SIBLING: "SIBLING",
  OTHER: "OTHER",
} as const;
export type Relationship = keyof typeof Relationship;

registerEnumType(Relationship, {
  name: "Relationship",
  description: "What a member is to the head of the household.",
  valuesConfig: {
    HEAD: { description: "The head of the household." },
    SPOUSE: { description: "The head's husband or wife." },
    CHILD: { description: "A son or daughter of the head, by birth, adoption or marriage." },
    PARENT: { description: "A parent of the head or of the head's spouse." },
    GRANDPARENT: { description: "A grandparent of the head or of the head's spouse." },
    GRANDCHILD: { description: "A grandchild of the head." },
    SIBLING: { description: "A brother or sister of the head or of the head's spouse." },
    OTHER: { description: "Another relative, or somebody who is not related." },
  },
});
