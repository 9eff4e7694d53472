import type { GraphQLSchema } from "graphql";
import { canonical } from "./data.js";
import { typeText, type FieldModel, type Selection } from "./model.js";
import {
  withObjectFragments,
  withoutConditions,
  withoutIntrospection,
  withPlainAliases,
  withPlainVariables,
  type Request,
} from "./operation-transforms.js";

/**
 * A fault of Apollo's executor and planner 2.14.4 that our gateway does not have. An operation shows it only if
 * Apollo's answer is right once the operation is written differently.
 */
interface Improvement {
  readonly name: string;
  readonly sentence: string;
  /** Another way to write the operation. */
  avoid(request: Request, schema: GraphQLSchema): Request;
}

/** All that may differ from Apollo's answers. */
export const improvements: readonly Improvement[] = [
  {
    name: "introspection",
    sentence: "It knows no isOneOf, and no introspection inside a fragment.",
    avoid: withoutIntrospection,
  },
  {
    name: "aliases",
    sentence:
      "A client's alias takes the place of a key, of __typename, of a required field or of an alias of the planner, and a falsy value under an alias of the planner is lost.",
    avoid: withPlainAliases,
  },
  {
    name: "variables",
    sentence: "A variable named representations makes a fetch of entities fail.",
    avoid: withPlainVariables,
  },
  {
    name: "conditions",
    sentence: "A required field that a condition leaves out drops the whole representation.",
    avoid: withoutConditions,
  },
  {
    name: "fragments",
    sentence: "A fragment on a type inside a fragment on a wider type is lost.",
    avoid: (request, schema) => withObjectFragments(schema, request),
  },
];

/** A fault that depends on the graph: no other way to write the operation avoids it. */
interface GraphFault {
  readonly name: string;
  readonly sentence: string;
  /** Whether it may show in an answer with these fields, which include those that others require. */
  mayShow(fields: ReadonlySet<FieldModel>): boolean;
}

const graphFaults: readonly GraphFault[] = [
  {
    name: "required arguments",
    sentence: "Two @requires that need one field with different arguments both get one value.",
    mayShow: (fields) => {
      const known = new Map<FieldModel, string>();
      return selectionsOf(fields).some(({ field, args }) => {
        const text = canonical(args);
        const other = known.get(field) ?? text;
        known.set(field, other);
        return other !== text;
      });
    },
  },
  {
    name: "required lists of lists",
    sentence: "Objects in lists of lists are null in a representation.",
    mayShow: (fields) =>
      selectionsOf(fields).some(({ field, children }) => children && typeText(field.type).startsWith("[[")),
  },
  {
    name: "merged lists of lists",
    sentence: "Objects in lists of lists lose fields when two subgraphs send parts of them.",
    mayShow: (fields) =>
      [...fields].some(
        ({ type, owners }) => owners !== "everywhere" && owners.size > 1 && typeText(type).startsWith("[["),
      ),
  },
  {
    name: "interface objects",
    sentence:
      "The response of an interface object puts the interface in place of the type that was found before.",
    mayShow: (fields) => [...fields].some(({ origin }) => /^I\d/.test(origin)),
  },
];

/** All selections in the `@requires` of the fields and of what they require. */
function selectionsOf(fields: ReadonlySet<FieldModel>): readonly Selection[] {
  const all = new Set(fields);
  const selections: Selection[] = [];
  // A set also iterates over what is added during the iteration.
  for (const { requires = [] } of all) {
    for (const selection of requires.flatMap((each) => [each, ...(each.children ?? [])])) {
      selections.push(selection);
      all.add(selection.field);
    }
  }
  return selections;
}

/** Whether Apollo's answer to the request is right. */
type IsRight = (request: Request) => Promise<boolean>;

/** The name of what explains a wrong answer of Apollo's. Undefined: nothing does. */
export async function explain(
  request: Request,
  schema: GraphQLSchema,
  fields: ReadonlySet<FieldModel>,
  isRight: IsRight,
): Promise<string | undefined> {
  for (const { name, avoid } of improvements) {
    if (await isRight(avoid(request, schema))) return name;
  }
  let current = request;
  for (const { avoid } of improvements) {
    current = avoid(current, schema);
    if (await isRight(current)) return "several";
  }
  return graphFaults.find(({ mayShow }) => mayShow(fields))?.name;
}
