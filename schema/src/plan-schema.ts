import { acceptedBreaksFile, parseAcceptedBreaks } from "./accepted-breaks.js";
import { composeSubgraphs, type Composition } from "./compose.js";
import { CompositionError } from "./composition-error.js";
import { describeBreaks, judgeApi } from "./judge-api.js";
import { describeRequiredFields } from "./required-fields.js";
import { SchemaFileError } from "./schema-file-error.js";
import type { SchemaFiles } from "./stale-files.js";
import { normalizeSubgraphs, type SubgraphSdl } from "./subgraph-sdl.js";

interface SchemaPlan {
  /**
   * What `npm run schema` writes into the schema folder. The supergraph and the API are missing after a
   * composition error, the API is missing after an unaccepted break. The committed file then stays as it is.
   */
  readonly files: SchemaFiles;
  /** One paragraph each. Empty when the schema may be committed. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Works out what the schema folder should hold from the subgraphs and what it holds now. It writes nothing. */
export function planSchema(list: readonly SubgraphSdl[], committed: SchemaFiles): SchemaPlan {
  const files = new Map<string, string>();
  const problems: string[] = [];
  const warnings: string[] = [];

  const accepted = attempt(problems, () => parseAcceptedBreaks(committed.get(acceptedBreaksFile)));
  const composition = attempt(problems, () => {
    const subgraphs = normalizeSubgraphs(list);
    for (const { name, sdl } of subgraphs) files.set(`${name}.graphql`, sdl);
    const requiredFields = describeRequiredFields(subgraphs);
    if (requiredFields !== undefined) problems.push(requiredFields);
    return composeSubgraphs(subgraphs);
  });
  if (!composition) return { files, problems, warnings };

  files.set("supergraph.graphql", composition.supergraphSdl);
  problems.push(...contradictions(composition));
  warnings.push(...hintWarnings(composition));
  const promisedSdl = committed.get("api.graphql");
  const verdict = attempt(problems, () => judgeApi(promisedSdl, composition.apiSdl, accepted ?? []));
  if (verdict?.unacceptedBreaks.length === 0) files.set("api.graphql", composition.apiSdl);
  else if (verdict) problems.push(describeBreaks(verdict.unacceptedBreaks));
  warnings.push(...(verdict?.dangerousChanges ?? []).map((change) => `may surprise consumers: ${change}`));
  return { files, problems, warnings };
}

/** What a gateway does because of them protects somebody, and a warning is soon overlooked. */
const protecting = ["@audited", "@cacheControl", "@secretLookup"];

/** Where subgraphs say different things of one place, composition keeps what one of them says. */
const contradictions = ({ hints }: Composition): string[] =>
  hints
    .filter(({ code }) => code === "INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS")
    .filter(({ message }) => protecting.some((directive) => message.includes(` directive ${directive} `)))
    .map(({ message }) => `${message} Say the same in each subgraph, or say it in one of them only.`);

const hintWarnings = ({ hints }: Composition): string[] =>
  hints.filter(({ level }) => level === "WARN").map(({ code, message }) => `${code}: ${message}`);

/** Collects the errors that the author of the schema can fix, so that they are reported together. */
function attempt<Result>(problems: string[], run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CompositionError) && !(error instanceof SchemaFileError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}
