import { describe, expect, it } from "vitest";
import { parseAcceptedBreaks } from "@an-sinh/schema/accepted-breaks";
import { SchemaFileError } from "@an-sinh/schema/schema-file-error";

const change = "FIELD_REMOVED: Review.text was removed.";

function errorOf(json: string): SchemaFileError {
  try {
    parseAcceptedBreaks(json);
  } catch (error) {
    if (error instanceof SchemaFileError) return error;
    throw error;
  }
  throw new Error("Expected a SchemaFileError, but got: accepted breaks");
}

describe("accepted-breaks.json", () => {
  it("accepts no break when there is no file", () => {
    expect(parseAcceptedBreaks(undefined)).toEqual([]);
  });

  it("is read without the spaces around a change and its reason", () => {
    const json = JSON.stringify([{ change: ` ${change} `, reason: " Nobody may publish it.\n" }]);
    expect(parseAcceptedBreaks(json)).toEqual([{ change, reason: "Nobody may publish it." }]);
  });

  it("is refused with every bad entry and its place", () => {
    const { message } = errorOf(
      JSON.stringify([{ change: "", reason: "r" }, { change }, { change, why: "w" }]),
    );
    expect(message).toContain("schema/accepted-breaks.json is not usable:");
    expect(message).toContain("\n  0.change: expected the change as `npm run schema` prints it");
    expect(message).toContain("\n  1.reason: ");
    expect(message).toContain("\n  2: ");
  });

  it("is refused with its name when it is not JSON", () => {
    expect(errorOf("<<<<<<< HEAD").message).toMatch(/^schema\/accepted-breaks\.json is not JSON: /);
  });
});
