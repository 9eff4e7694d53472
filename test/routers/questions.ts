import { readdirSync, readFileSync } from "node:fs";
import { fixedOperations, operationNamed, variedOperation } from "../bench/operations/operations.js";
import { examples } from "../support/examples.js";
import { storedOperations } from "../support/operations.js";

/** What each router is asked. */
export interface Question {
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const folder = new URL("questions/", import.meta.url);

/** The variables of those of this folder that need some. */
const variables: Readonly<Record<string, Question["variables"]>> = {
  "one-object-many-ways": {
    person: "p00389056",
    isShort: true,
    codes: ["WAR_INVALID", "MARTYR"],
    on: "2025-12-31",
  },
};

/** So many documents of the operation with many are asked. */
const ofVaried = 5;

/** Those of the folder `questions`: fields that require values that are null. */
export const nullQuestions = (): Question[] =>
  readdirSync(folder)
    .toSorted()
    .map((file) => {
      const name = file.replace(".graphql", "");
      const document = readFileSync(new URL(file, folder), "utf8");
      return { name, document, variables: variables[name] ?? {} };
    });

/** All of them: also the stored operations, what `npm run bench` asks, and the examples of the documents. */
export const questions = (): Question[] => [
  ...storedOperations(),
  ...nullQuestions(),
  ...fixedOperations.map((name) => ({
    name: `bench ${name}`,
    document: operationNamed(name).documentAt(0),
  })),
  ...Array.from({ length: ofVaried }, (_, index) => ({
    name: `bench ${variedOperation} ${index + 1}`,
    document: operationNamed(variedOperation).documentAt(index),
  })),
  ...examples().map(({ document, query }, index) => ({
    name: `${document} example ${index + 1}`,
    document: query,
  })),
];
