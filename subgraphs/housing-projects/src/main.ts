import { serveSubgraph } from "@an-sinh/kit/federation/serve-subgraph";
import { housingProjects } from "./subgraph.js";

await serveSubgraph(housingProjects);
