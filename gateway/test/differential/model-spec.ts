import * as fc from "fast-check";

/** Numbers that pick from lists, whatever their length. They shrink towards the first of each list. */
const number = fc.noBias(fc.nat({ max: 9_999 }));

export interface FieldSpec {
  readonly owner: number;
  readonly type: number;
  readonly wrap: number;
  readonly args: readonly number[];
  readonly feature: number;
  readonly details: readonly number[];
}

export interface EntitySpec {
  readonly home: number;
  /** One for each further subgraph. */
  readonly others: readonly number[];
  readonly keys: number;
  readonly fields: readonly FieldSpec[];
}

export interface AbstractSpec {
  readonly subgraphs: readonly number[];
  readonly members: readonly number[];
  readonly fields: readonly FieldSpec[];
}

/** Chooses a model. Each part can be left out, and the rest is still a model. */
export interface ModelSpec {
  readonly seed: number;
  readonly subgraphs: number;
  readonly entities: readonly EntitySpec[];
  readonly values: readonly { readonly fields: readonly FieldSpec[] }[];
  readonly interfaces: readonly AbstractSpec[];
  readonly unions: readonly AbstractSpec[];
  readonly interfaceObjects: readonly {
    readonly home: number;
    readonly others: readonly number[];
    readonly members: number;
    readonly fields: readonly FieldSpec[];
  }[];
  readonly queries: readonly FieldSpec[];
  readonly mutations: readonly FieldSpec[];
}

const field: fc.Arbitrary<FieldSpec> = fc.record({
  owner: number,
  type: number,
  wrap: number,
  args: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(number, { maxLength: 2 }) },
  ),
  feature: number,
  details: fc.array(number, { minLength: 2, maxLength: 4 }),
});
const fields = (minLength: number, maxLength: number) =>
  fc.array(field, { minLength, maxLength, size: "max" });

const entity: fc.Arbitrary<EntitySpec> = fc.record({
  home: number,
  others: fc.array(number, { maxLength: 3, size: "max" }),
  keys: number,
  fields: fields(2, 7),
});
const abstract: fc.Arbitrary<AbstractSpec> = fc.record({
  subgraphs: fc.array(number, { minLength: 1, maxLength: 3 }),
  members: fc.array(number, { minLength: 1, maxLength: 4, size: "max" }),
  fields: fields(1, 2),
});
const several = <Item>(item: fc.Arbitrary<Item>, maxLength: number) =>
  fc.array(item, { maxLength, size: "max" });

export const modelSpec: fc.Arbitrary<ModelSpec> = fc.record({
  seed: number,
  subgraphs: fc.integer({ min: 2, max: 5 }),
  entities: fc.array(entity, { minLength: 1, maxLength: 4, size: "max" }),
  values: several(fc.record({ fields: fields(1, 3) }), 2),
  interfaces: several(abstract, 2),
  unions: several(abstract, 2),
  interfaceObjects: several(
    fc.record({
      home: number,
      others: fc.array(number, { minLength: 1, maxLength: 2 }),
      members: number,
      fields: fields(1, 3),
    }),
    1,
  ),
  queries: fields(2, 7),
  mutations: fields(0, 3),
});
