import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files whose tests take many seconds. */
export const longFiles = [
  "gateway/test/differential/differential",
  "gateway/test/federation/federation",
  "gateway/test/main",
  "gateway/test/memory",
  "packages/server/test/serve",
  "test/graph/areas-walk",
  "test/programs/bench",
  "test/programs/start",
].map((file) => `${file}.test.ts`);

const isLong = ({ moduleId }: TestSpecification) => longFiles.some((file) => moduleId.endsWith(`/${file}`));

/**
 * Starts the long files of each project first. Where nothing is known of an earlier run, vitest goes by the size of files,
 * and in the end one worker waits for another one's long file.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Not the sort of arrays.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
