import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { doesNpmPrint } from "../env.js";
import { FileError } from "../csv/file-error.js";

/** Where an export is written. */
export interface Output {
  /** Resolves when the text is written. */
  write(text: string): Promise<void>;
  /** Resolves when the whole export is written. */
  finish(): Promise<void>;
  /** Call it instead of `finish` when the export failed: nothing of it stays. */
  discard(): Promise<void>;
}

/** Opens a file or, for null, standard output. The file appears under its name only when the export is finished. */
export async function openOutput(path: string | null): Promise<Output> {
  if (path === null) return standardOutput();
  if (await isFolder(path)) throw new FileError(`${path} is a folder: expected a file.`);
  const unfinished = `${path}.unfinished`;
  const stream = createWriteStream(unfinished);
  await once(stream, "open").catch((cause: unknown) => {
    throw new FileError(`${path} cannot be written.`, { cause });
  });
  // The next `write` rejects with the error.
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

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function standardOutput(): Output {
  if (doesNpmPrint() && !process.stdout.isTTY) {
    process.stderr.write(
      "npm writes lines of its own first. Use npm run --silent export, or --output FILE.\n",
    );
  }
  // A reader that has seen enough closes the pipe, as `head` does.
  process.stdout.on("error", () => process.exit(0));
  return { write: (text) => writeTo(process.stdout, text), finish: async () => {}, discard: async () => {} };
}

async function writeTo(stream: NodeJS.WritableStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
