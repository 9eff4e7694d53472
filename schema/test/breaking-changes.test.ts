import { describe, expect, it } from "vitest";
import { findApiChanges } from "@an-sinh/schema/breaking-changes";

describe("what breaks consumers", () => {
  const promised = `
    type Query { loans(status: Status, order: Order! = NAME, filter: Filter): [Loan!]! }
    type Loan { id: ID! rate: Float! note: String }
    enum Status { OPEN CLOSED }
    enum Order { NAME }
    input Filter { unit: ID year: Int! = 2025 }`;

  it.each([
    ["a field is removed", "note: String", "", "FIELD_REMOVED: Loan.note was removed."],
    [
      "a type is changed",
      "rate: Float!",
      "rate: String!",
      "FIELD_CHANGED_KIND: Loan.rate changed type from Float! to String!.",
    ],
    [
      "an output field loses its non-null",
      "rate: Float!",
      "rate: Float",
      "FIELD_CHANGED_KIND: Loan.rate changed type from Float! to Float.",
    ],
    [
      "an argument is made required",
      "status: Status",
      "status: Status!",
      "ARG_CHANGED_KIND: Query.loans arg status has changed type from Status to Status!.",
    ],
    [
      "a required argument is added",
      "status: Status",
      "status: Status, unit: ID!",
      "REQUIRED_ARG_ADDED: A required arg unit on Query.loans was added.",
    ],
    [
      "a required argument loses its default",
      "order: Order! = NAME",
      "order: Order!",
      "ARG_MADE_REQUIRED: Query.loans arg order lost its default value and is required.",
    ],
    [
      "an input field is made required",
      "unit: ID",
      "unit: ID!",
      "FIELD_CHANGED_KIND: Filter.unit changed type from ID to ID!.",
    ],
    [
      "a required input field loses its default",
      "year: Int! = 2025",
      "year: Int!",
      "INPUT_FIELD_MADE_REQUIRED: Filter.year lost its default value and is required.",
    ],
    [
      "an enum value is removed",
      "OPEN CLOSED",
      "OPEN",
      "VALUE_REMOVED_FROM_ENUM: CLOSED was removed from enum type Status.",
    ],
  ])("%s", (_rule, from, to, change) => {
    expect(findApiChanges(promised, promised.replace(from, to)).breaking).toEqual([change]);
  });

  it.each([
    ["an output field becomes non-null", "note: String", "note: String!"],
    ["a field is added", "note: String", "note: String\nlender: String"],
    ["an argument becomes optional", "order: Order! = NAME", "order: Order = NAME"],
  ])("is not that %s", (_rule, from, to) => {
    expect(findApiChanges(promised, promised.replace(from, to)).breaking).toEqual([]);
  });

  it("is not that an enum gains a value, which is only pointed out", () => {
    const { breaking, dangerous } = findApiChanges(promised, promised.replace("CLOSED", "CLOSED FROZEN"));
    expect(breaking).toEqual([]);
    expect(dangerous).toEqual(["VALUE_ADDED_TO_ENUM: FROZEN was added to enum type Status."]);
  });
});
