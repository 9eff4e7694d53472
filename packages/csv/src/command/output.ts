import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { isNpmTalking } from "../env.js";
import { FileError } from "../csv/file-error.js";

/** Where an export goes. */
export interface Output {
  /** Waits until there is room for more. */
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  /** To be called instead of `finish` when the export failed. */
  discard(): Promise<void>;
}

/** A file, which is there only once it is whole, or standard output. */
export async function openOutput(path: string | null): Promise<Output> {
  if (path === null) return standardOutput();
  const unfinished = `${path}.unfinished`;
  const stream = createWriteStream(unfinished);
  await once(stream, "open").catch((cause: unknown) => {
    throw new FileError(`${path} cannot be written.`, { cause });
  });
  // Reported by the next write.
  stream.on("error", () => {});
  return {
    write: (text) => writeTo(stream, text),
    finish: async () => {
      stream.end();
      await finished(stream);
      await rename(unfinished, path);
    },
    discard: async () => {
      stream.destroy();
      await rm(unfinished, { force: true });
    },
  };
}

function standardOutput(): Output {
  if (isNpmTalking() && !process.stdout.isTTY) {
    process.stderr.write(
      "npm writes lines of its own first. Use npm run --silent export, or --output FILE.\n",
    );
  }
  // Whoever reads may have seen enough: `| head`.
  process.stdout.on("error", () => process.exit(0));
  return { write: (text) => writeTo(process.stdout, text), finish: async () => {}, discard: async () => {} };
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
