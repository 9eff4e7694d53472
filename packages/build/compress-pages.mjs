// A plugin of Vite: writes NAME.br beside each large file, which the server sends to browsers that can read it.
import { brotliCompressSync, constants } from "node:zlib";

const leastBytes = 2_048;
// A higher quality takes some seconds more, at each build, for a few percent.
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

export const compressPages = () => ({
  name: "compress-pages",
  enforce: "post",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
      if (content.length < leastBytes || !/\.(js|css|html|svg|json)$/.test(file.fileName)) continue;
      const source = brotliCompressSync(content, { params });
      this.emitFile({ type: "asset", fileName: `${file.fileName}.br`, source });
    }
  },
});
