import { departments } from "@an-sinh/deployment/departments";
import { readFileSync } from "node:fs";
import { Kind, parse, print, type ObjectTypeDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { startDepartment } from "./support/department-graph.js";

/** The fields of a department that require something of another one, by their types. */
const requiringFields = (department: string): readonly (readonly [type: string, field: string])[] =>
  parse(readFileSync(new URL(`../schema/${department}.graphql`, import.meta.url), "utf8"))
    .definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .flatMap(({ name, fields = [] }) =>
      fields
        .filter(({ directives = [] }) => directives.some((node) => node.name.value === "requires"))
        .map((field) => {
          const isObject = !/^\[?(Boolean|Float|Date)\b/.test(print(field.type));
          return [name.value, `${field.name.value}${isObject ? " { __typename }" : ""}`] as const;
        }),
    );

test.each(departments)(
  "a field of $name is null where the gateway did not send what it requires",
  async (department) => {
    const graph = await startDepartment(department, []);
    try {
      const fields = requiringFields(department.name);
      expect(fields.length).toBeGreaterThan(0);
      for (const [type, field] of fields) {
        const { data } = await graph.query(
          `query ($known: [_Any!]!) { entities: _entities(representations: $known) { ... on ${type} { value: ${field} } } }`,
          { known: [{ __typename: type, id: "x" }] },
        );
        // Null in the list: the department owns the type and does not know the id.
        expect([[null], [{ value: null }]], `${type}.${field}`).toContainEqual(data?.["entities"]);
      }
    } finally {
      await graph.close();
    }
  },
);
