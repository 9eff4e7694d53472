import { registerEnumType } from "type-graphql";

/** Owned by households, which describes and completes the list; only these decide anything here. */
export const Relationship = { HEAD: "HEAD", SPOUSE: "SPOUSE", CHILD: "CHILD" } as const;

registerEnumType(Relationship, { name: "Relationship" });
