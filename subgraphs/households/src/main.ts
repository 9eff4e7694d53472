import { serveSubgraph } from "@an-sinh/kit/federation/serve-subgraph";
import { households } from "./subgraph.js";

await serveSubgraph(households);
