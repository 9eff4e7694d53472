import { serveSubgraph } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { housingProjects } from "./subgraph.js";

await serveSubgraph(housingProjects);
