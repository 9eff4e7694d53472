import { serveSubgraph } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { creditPrograms } from "./subgraph.js";

await serveSubgraph(creditPrograms);
