import { serveSubgraph } from "@an-sinh/kit/federation/serve-subgraph";
import { meritoriousService } from "./subgraph.js";

await serveSubgraph(meritoriousService);
