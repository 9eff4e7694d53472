import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const require = createRequire(import.meta.url);
const conditions = ["@an-sinh/source", "node", "import", "default"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: {
    // Apollo's packages load the CommonJS entry; a second copy of graphql fails its `instanceof` checks.
    alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }],
    conditions,
  },
  ssr: { resolve: { conditions } },
  test: {
    include: ["{gateway,schema,subgraphs/*}/test/**/*.test.ts", "test/**/*.test.ts"],
  },
});
