import { defineConfig } from "vite";
import { compressPages } from "../build/compress-pages.mjs";

/** The gateway that `npx vite` shows while the console is written; `npm start` serves what is built. */
const gateway = "http://localhost:4000";

export default defineConfig({
  root: "src",
  base: "/console/",
  build: {
    target: "es2022",
    outDir: "../dist",
    emptyOutDir: true,
    // No file becomes a part of another one: the policy of the pages allows no data: but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/reports": gateway, "/pages.json": gateway, "/console/geometry.geojson": gateway } },
  plugins: [compressPages()],
});
