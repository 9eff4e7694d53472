import { serveSubgraph } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { meritoriousService } from "./subgraph.js";

await serveSubgraph(meritoriousService);
