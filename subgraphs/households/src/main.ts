import { serveSubgraph } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import { households } from "./subgraph.js";

await serveSubgraph(households);
