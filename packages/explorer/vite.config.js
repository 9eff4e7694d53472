import { defineConfig } from "vite";
import { compressPages } from "../build/compress-pages.mjs";

/** Two pages, each in a folder of its own: `vite build` makes the explorer, and `vite build --mode docs` the reference. */
export default defineConfig(({ mode }) => {
  const page = mode === "docs" ? "docs" : "explorer";
  return {
    root: `src/${page}`,
    base: `/${page}/`,
    publicDir: false,
    // No file becomes a part of another one: the policy of the pages allows no data: but for images.
    build: { outDir: `../../dist/${page}`, emptyOutDir: true, assetsInlineLimit: 0 },
    plugins: [compressPages()],
  };
});
