import { Zip, ZipDeflate } from "fflate";
import { tooLarge } from "./sheet-rows.js";

interface ArchivedFile {
  write(text: string): void;
  end(text: string): void;
}

/**
 * A ZIP file whose bytes are taken while it is written. fflate 0.8.3 writes sizes in 32 bits, and wrong ones of what is
 * larger. Test: gateway/test/reports/hostile-values.test.ts.
 */
export class Archive {
  readonly #zip: Zip;
  readonly #mostBytes: number;
  #chunks: Uint8Array[] = [];
  #written = 0;

  constructor(mostBytes = 0xffff_ffff) {
    this.#mostBytes = mostBytes;
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#written += chunk.byteLength;
      this.#chunks.push(chunk);
    });
  }

  /** Throws `ClientError` where the file, or the archive, gets larger than it may be. */
  add(path: string): ArchivedFile {
    const file = new ZipDeflate(path, { level: 4 });
    this.#zip.add(file);
    let size = 0;
    const push = (text: string, isLast: boolean) => {
      const bytes = Buffer.from(text);
      size += bytes.byteLength;
      if (Math.max(size, this.#written) > this.#mostBytes)
        throw tooLarge(`a file has at most ${this.#mostBytes} bytes`);
      file.push(bytes, isLast);
    };
    return { write: (text) => push(text, false), end: (text) => push(text, true) };
  }

  end(): void {
    this.#zip.end();
  }

  take(): Uint8Array {
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return bytes;
  }
}
