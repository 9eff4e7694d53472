import { checkSchema } from "./check-schema.js";
import { registeredSubgraphs } from "./registered-subgraphs.js";
import { readSchemaFolder, schemaFolder } from "./schema-folder.js";

const problems = checkSchema(await registeredSubgraphs(), await readSchemaFolder(schemaFolder));

if (problems.length === 0) {
  console.log("schema/ is what the code generates, and keeps what consumers were promised.");
} else {
  console.error(problems.join("\n\n"));
  process.exitCode = 1;
}
