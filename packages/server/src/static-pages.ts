import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Built pages, and everything that they load. */
export interface StaticPages {
  /** Such as "/console". */
  readonly path: string;
  /** What links to it are called. */
  readonly title: string;
  /** The folder with `index.html`. What is in its folder `assets` has a hash of its content in its name. */
  readonly folder: string;
  /** Whether they may be built again while they are served. Default: no, so only the files that are there now are served. */
  readonly mayChange?: boolean;
}

/** Such a page runs only scripts of its own server, and asks and loads from nowhere else. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** Serves the files of the folders, and no others. A file NAME.br takes the place of NAME where the browser can read it. */
export async function serveStaticPages(
  fastify: FastifyInstance,
  pages: readonly StaticPages[],
): Promise<void> {
  for (const { path, folder, mayChange = false } of pages)
    await fastify.register(fastifyStatic, {
      root: folder,
      prefix: path,
      decorateReply: false,
      ...(mayChange ? lookedFor : listed),
      redirect: true,
      preCompressed: true,
      cacheControl: false,
      setHeaders: setPageHeaders,
    });
}

const listed = { wildcard: false, globIgnore: ["**/*.{br,map}"] };

/** Of what the folder has when it is asked for, the same files: the page itself, and names with an ending. */
const lookedFor = {
  wildcard: true,
  dotfiles: "ignore" as const,
  allowedPath: (path: string) => path === "/" || (/\.\w+$/.test(path) && !/\.(br|map)$/.test(path)),
};

type ReplyHead = Pick<FastifyReply, "header">;

function setPageHeaders(reply: ReplyHead, file: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(file);
  reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
  reply.header("content-security-policy", pagePolicy);
  reply.header("cross-origin-resource-policy", "same-origin");
}
