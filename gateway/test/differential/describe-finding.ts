import type { Finding } from "./check-operation.js";
import type { Lab } from "./lab.js";

/** A counterexample as a text. */
export function describeFinding({ world }: Lab, finding: Finding): string {
  return [
    finding.rule,
    ...finding.problems,
    "",
    ...world.sdls.flatMap(({ name, sdl }) => [`# ${name}`, sdl, ""]),
    `data seed: ${world.model.seed}`,
    finding.query,
    `variables: ${JSON.stringify(finding.variables)}`,
    ...(finding.faults ? [`faults: ${JSON.stringify(finding.faults)}`] : []),
    `expected: ${JSON.stringify(finding.want)}`,
    `but got:  ${JSON.stringify(finding.got)}`,
  ].join("\n");
}
