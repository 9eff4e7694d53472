import { serveSubgraph } from "@an-sinh/kit/federation/serve-subgraph";
import { creditPrograms } from "./subgraph.js";

await serveSubgraph(creditPrograms);
