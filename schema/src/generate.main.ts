import { planSchema } from "./plan-schema.js";
import { registeredSubgraphs } from "./registered-subgraphs.js";
import { readSchemaFolder, schemaFolder, writeSchemaFolder } from "./schema-folder.js";

const plan = planSchema(await registeredSubgraphs(), await readSchemaFolder(schemaFolder));
const changed = await writeSchemaFolder(schemaFolder, plan.files);

for (const warning of plan.warnings) console.warn(`warning: ${warning}`);
console.log(changed.length > 0 ? `Changed in schema/: ${changed.join(", ")}` : "schema/ was up to date.");
if (plan.problems.length > 0) {
  console.error(`\n${plan.problems.join("\n\n")}`);
  process.exitCode = 1;
}
