import { openOutputFile, type Output } from "../csv/output-file.js";
import { doesNpmPrint } from "../env.js";

/** Opens a file or, for null, standard output. `firstLine` is what the export begins with. */
export async function openOutput(path: string | null, firstLine: string): Promise<Output> {
  return path === null ? standardOutput() : openOutputFile(path, firstLine);
}

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
