import { guardFormula, withoutGuard } from "@an-sinh/server/formula-guard";
import { expect, test } from "vitest";

test.each(["=1+1", "+84", "-0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])(
  "%s is written as text that no spreadsheet runs",
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  },
);

test.each(["=1", "\t=1", "'=1", "''@x", "'", "'tis", "plain", "", "a=b"])(
  "%s comes back as it was",
  (text) => {
    expect(withoutGuard(guardFormula(text))).toBe(text);
  },
);
