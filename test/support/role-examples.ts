import type { Document } from "./documents.js";

/** A request in a document that several roles ask, and the data that is printed for each. */
export interface RoleExample {
  readonly query: string;
  /** By the name of the role. JSON as printed. */
  readonly data: ReadonlyMap<string, string>;
}

const request = /```graphql\n(?<query>[^`]*)```\n(?<answers>(?:\n[a-z][^`]*:\n\n```json\n[^`]*```\n)+)/gs;
const answer = /\n(?<role>[a-z-]+)[^`]*:\n\n```json\n(?<data>[^`]*)```/g;

export const roleExamples = ({ text }: Document): RoleExample[] =>
  [...text.matchAll(request)].map(({ groups }) => ({
    query: groups?.["query"] ?? "",
    data: new Map(
      [...(groups?.["answers"] ?? "").matchAll(answer)].map(({ groups: found }) => [
        found?.["role"] ?? "",
        found?.["data"] ?? "",
      ]),
    ),
  }));
