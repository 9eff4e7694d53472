// A plugin of Vite: writes NAME.br beside each large file, which the server sends to browsers that can read it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const leastBytes = 2_048;
// A higher quality takes some seconds more, at each build, for a few percent.
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

export const compressPages = () => ({
  name: "compress-pages",
  // Other plugins of Vite change the files until they are written.
  writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html|svg|json)$/.test(file))) {
      const content = readFileSync(join(dir, name));
      if (content.length >= leastBytes)
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params }));
    }
  },
});
