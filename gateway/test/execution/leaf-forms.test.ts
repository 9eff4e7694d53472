import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGateway } from "../../src/gateway.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";
const isBoolean = (value: unknown) => typeof value === "boolean";

/** Scalars with a form. */
const forms = { Whole: "integer", Real: "number", Words: "text", Flag: "boolean", Day: "date" };

/** Which values each type has. The last has no form, and the name of one. */
const allowed: Readonly<Record<string, (value: unknown) => boolean>> = {
  Whole: Number.isSafeInteger,
  Real: isNumber,
  Words: isText,
  Flag: isBoolean,
  Day: (value) => value === "2025-07-01",
  Int: (value) => value === 0 || value === -7,
  Float: isNumber,
  String: isText,
  Boolean: isBoolean,
  ID: (value) => isText(value) || Number.isInteger(value),
  Kind: (value) => value === "OPEN",
  date: () => true,
};

/** What a subgraph may send for a leaf. */
// prettier-ignore
const values: readonly unknown[] = [
  0, -7, 1.5, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e300, true, false, [], {},
  "", "many", "OPEN", "SHUT", "2025-07-01", "2025-7-1", "2025-13-01", "2025-00-01", "2025-01-32",
  "2025/07/01", "+025-07-01", "2025-07-01Z", "٢٠٢٥-07-01",
];

const types = Object.keys(allowed);
const sdlOf = (scalars: Readonly<Record<string, string>>) => `
  extend schema
    @link(url: "https://an-sinh.example/specs/scalarForm/v1.0", import: [{ name: "@scalarForm", as: "@form" }])
    @composeDirective(name: "@form")
  directive @form(is: String!) on SCALAR
  type Query { box: Box! }
  type Box { odd: Int ${types.map((name) => `one${name}: ${name} list${name}: [${name}!]`).join(" ")} }
  enum Kind { OPEN }
  scalar date
  ${Object.entries(scalars)
    .map(([name, form]) => `scalar ${name} @form(is: "${form}")`)
    .join("\n")}
`;

let box: Record<string, unknown> = {};
const create = (scalars: Readonly<Record<string, string>>): Promise<GraphQLServer> =>
  createGateway({
    supergraphSdl: compose([{ name: "boxes", sdl: sdlOf(scalars) }]),
    sourceFor: () => ({ fetch: async () => ({ data: { box } }) }),
    logger: silent,
    introspection: true,
  });

let gateway: GraphQLServer;
let url: string;
beforeAll(async () => {
  gateway = await create(forms);
  ({ url } = await gateway.listen({ host: "127.0.0.1", port: 0 }));
});
afterAll(() => gateway.close());

const selected = types.map((type) => `one${type} list${type}`).join(" ");
const fault = (...path: (string | number)[]) => ({
  path,
  extensions: { code: "SUBGRAPH_ERROR", service: "boxes" },
});

// With a fault beside it, the whole answer is written with care.
test.each(values.flatMap((value) => [0, "x"].map((odd) => ({ value, odd }))))(
  "$value, beside $odd, is a leaf of no type that does not have it, alone or in a list",
  async ({ value, odd }) => {
    const fitting = types.filter((type) => allowed[type]?.(value));
    const entries = (given: (type: string) => unknown) =>
      types.flatMap((type) => {
        const item = given(type);
        return [
          [`one${type}`, item],
          [`list${type}`, item === null ? null : [item]],
        ] as const;
      });
    for (const asked of [fitting, types]) {
      box = Object.fromEntries([["odd", odd], ...entries((type) => (asked.includes(type) ? value : null))]);
      const { data, errors = [] } = await post(`${url}/graphql`, { query: `{ box { odd ${selected} } }` });
      const expected = entries((type) => (fitting.includes(type) ? value : null));
      expect(data).toEqual({ box: Object.fromEntries([["odd", odd === 0 ? 0 : null], ...expected]) });
      const unfit = asked.filter((type) => !fitting.includes(type));
      const faults = unfit.flatMap((type) => [fault("box", `one${type}`), fault("box", `list${type}`, 0)]);
      expect(errors).toMatchObject(odd === 0 ? faults : [fault("box", "odd"), ...faults]);
      expect(errors).toHaveLength(faults.length + (odd === 0 ? 0 : 1));
    }
  },
);

test("a form that nobody knows stops the start, with those that are known", async () => {
  await expect(create({ ...forms, Day: "week" })).rejects.toThrow(
    /integer, number, text, boolean, date.*week/s,
  );
});
