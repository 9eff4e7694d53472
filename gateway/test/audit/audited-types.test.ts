import { parse } from "graphql";
import { expect, test } from "vitest";
import { readAuditedTypes } from "../../src/execution/operation/audited-types.js";
import { compose } from "../support/supergraph.js";

const composeAudited = (imported: string, name: string) =>
  compose([
    {
      name: "patients",
      sdl: `
        extend schema
          @link(url: "https://an-sinh.example/specs/audited/v1.0", import: [${imported}])
          @composeDirective(name: "@${name}")
        directive @${name}(by: String! = "id") on OBJECT
        type Query { patient: Patient }
        type Patient @${name} @requiresScopes(scopes: [["patients:read", "ward"], ["all"]]) { id: ID! }`,
    },
  ]);

test.each([
  { name: "audited", imported: '"@audited"' },
  { name: "recorded", imported: '{ name: "@audited", as: "@recorded" }' },
])(
  "the types are audited that the supergraph marks, where it calls the mark @$name",
  ({ name, imported }) => {
    const supergraph = composeAudited(imported, name);
    expect(supergraph).toContain(`@${name}`);
    expect(readAuditedTypes(parse(supergraph))).toMatchObject([
      { name: "Patient", scopes: ["patients:read", "ward", "all"] },
    ]);
  },
);
