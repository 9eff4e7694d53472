import Fastify from "fastify";
import { large } from "./large.js";
import { medium } from "./medium.js";
import { small } from "./small.js";
import { connectSubgraphs } from "./subgraphs.js";

/*
 * What a good engineer would write by hand for each operation: a route that knows which subgraphs to ask for what. It
 * shows what a gateway costs. Its argument is a JSON list of the subgraphs: { name, url }.
 */
const subgraphs = connectSubgraphs(JSON.parse(process.argv[2] ?? "[]"));
const server = Fastify();
server.post("/small", () => small(subgraphs));
server.post("/medium", () => medium(subgraphs));
server.post("/large", () => large(subgraphs));
console.log(await server.listen({ host: "127.0.0.1", port: 0 }));
