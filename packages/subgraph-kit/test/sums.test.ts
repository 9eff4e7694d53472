import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { toNumber } from "@an-sinh/subgraph-kit/sums";
import { expect, test } from "vitest";

test.each([null, undefined, "0", 9_007_199_254_740_991, "9007199254740991", "-5", "0.25"])(
  "%s is exact",
  (sum) => {
    expect(toNumber(sum)).toBe(Number(sum ?? 0));
  },
);

test.each(["9007199254740992", "9007199254740993", 2 ** 53, "-9007199254740993", "1e300"])(
  "of %s nothing is computed that would look exact",
  (sum) => {
    const difference = toNumber(sum) - toNumber(sum);
    expect(() => VndScalar.serialize(difference)).toThrow(
      expect.objectContaining({ extensions: { code: "SUM_TOO_LARGE" } }),
    );
  },
);
