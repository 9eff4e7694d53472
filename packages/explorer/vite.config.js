import { defineConfig } from "vite";
import { compressPages } from "../build/compress-pages.mjs";

/** graphiql 4.1.2 has Latin fonts in its style sheet, 380 kB that the policy of the pages refuses. */
const withoutFonts = {
  name: "without-fonts",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("graphiql/dist/style.css") ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, "") : undefined,
};

/** @graphiql/react 0.34.1 calls a tab what has buttons in it, and screen readers tell of nothing in a tab. A list is what it is. */
const tabsAsList = {
  name: "tabs-as-list",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("@graphiql/react/dist/ui/tabs.js")
      ? code
          .replace('"aria-selected": isActive, role: "tab"', '"aria-current": isActive')
          .replace('role: "tablist", ', "")
      : undefined,
};

/** @graphiql/plugin-history 0.2.2 gives the button of each query the same name, so nobody hears which it is. */
const namedHistory = {
  name: "named-history",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("@graphiql/plugin-history/dist/components.js")
      ? code.replace(/"aria-label": "Set active",?/, "")
      : undefined,
};

/** Libraries are marked for servers that render React. None does here. */
const onwarn = (warning, next) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : next(warning));

/** Two pages, each in a folder of its own: `vite build` makes the explorer, and `vite build --mode docs` the reference. */
export default defineConfig(({ mode }) => {
  const page = mode === "docs" ? "docs" : "explorer";
  return {
    root: `src/${page}`,
    base: `/${page}/`,
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    // No file becomes a part of another one: the policy of the pages allows no data: but for images.
    build: {
      outDir: `../../dist/${page}`,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
      target: "es2023",
      rolldownOptions: { onwarn },
    },
    plugins: [withoutFonts, tabsAsList, namedHistory, compressPages()],
  };
});
