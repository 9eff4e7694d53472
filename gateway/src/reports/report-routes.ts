import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import type { AddRoutes, AnswerOperation } from "@an-sinh/server/answer-operation";
import { ClientError, RequestError } from "@an-sinh/server/errors";
import { forbidEmbedding, refuseForeignPage } from "@an-sinh/server/foreign-pages";
import { sendText } from "@an-sinh/server/send-text";
import { readAllParameters } from "@an-sinh/server/url-parameters";
import { answerChoices } from "./answer-choices.js";
import { readChosenTitles } from "./chosen-titles.js";
import type { Downloads } from "./downloads.js";
import type { GraphFacts } from "./graph-facts.js";
import { PageFailure } from "./page-failure.js";
import type { Counting } from "./expected-rows.js";
import { readPages, type PageReading } from "./read-pages.js";
import { catalogText, type ReportCatalog } from "./report-catalog.js";
import { formats, readReportQuery } from "./report-query.js";
import type { Report, Table } from "./report.js";
import { sendReport } from "./send-report.js";

export interface ReportRoutesOptions {
  /** The reports of the graph that answers now. */
  readonly current: () => { readonly catalog: ReportCatalog; readonly facts: GraphFacts };
  /** The sites whose pages may read the answers. */
  readonly corsOrigins: AllowedOrigins;
  readonly downloads: Downloads;
  /** By what callers are counted. Rejects where the caller cannot be believed. */
  readonly callerKeyOf: (request: HttpRequest) => Promise<string>;
}

type HttpRequest = Parameters<AnswerOperation>[1];
type HttpReply = Parameters<AnswerOperation>[2];
type Handler = (request: HttpRequest, reply: HttpReply) => unknown;

/** Serves the reports of a graph: docs/reports.md. */
export function addReportRoutes(
  fastify: Parameters<AddRoutes>[0],
  answer: AnswerOperation,
  { current, corsOrigins, downloads, callerKeyOf }: ReportRoutesOptions,
): void {
  const serve = (url: string, handler: Handler) => {
    fastify.route({
      method: ["GET", "HEAD"],
      url,
      handler: (request, reply) => {
        forbidEmbedding(reply);
        refuseForeignPage(request.headers, corsOrigins);
        return handler(request, reply);
      },
    });
    fastify.options(url, (_request, reply) => reply.code(204).header("allow", servedMethods).send());
    fastify.route({ method: ["POST", "PUT", "PATCH", "DELETE", webDav], url, handler: refuseMethod });
  };
  fastify.addHttpMethod(webDav);
  const find = (name: string): Report => {
    const report = current().catalog.reports.get(name);
    if (report) return report;
    throw new RequestError(404, "NOT_FOUND", "Expected the name of a report: GET /reports lists them.");
  };
  serve("/reports", (request, reply) => {
    void reply.type(json);
    return sendText(request, reply, catalogText(current().catalog));
  });
  serve("/reports/:name/choices/:parameter", (request, reply) => {
    const { name, parameter } = paramsOf(request);
    const { catalog } = current();
    const choices = find(name).parameters.find((known) => known.name === parameter)?.choices ?? "";
    const table = catalog.choices.get(choices);
    if (!table) throw new RequestError(404, "NOT_FOUND", "Expected a parameter that has choices to look up.");
    const reading = readingOf(table, clientOf(answer, request, reply));
    return failing(request, reply, reading.signal, () => answerChoices(table, request.url, reading));
  });
  serve("/reports/:name", async (request, reply) => {
    const { report, format } = readName(paramsOf(request).name, find);
    const { catalog, facts } = current();
    const query = readReportQuery(report, format, readAllParameters(request.url), facts);
    const client = clientOf(answer, request, reply);
    const reading = readingOf(report, client);
    downloads.begin(await callerKeyOf(request), reply.raw);
    const { variables, language, isPartial } = query;
    const pages = readPages(report, { ...reading, variables, language, isPartial });
    const chosenTitles = () =>
      readChosenTitles({
        report,
        variables,
        language,
        choices: catalog.choices,
        readingOf: (table) => readingOf(table, client),
      });
    const sent = { report, format, query, pages, counting: { ...reading, variables }, chosenTitles };
    return failing(request, reply, client.signal, () => sendReport(request, reply, sent));
  });
}

const json = "application/json; charset=utf-8";
/** LibreOffice asks so first. Where it gets a 405, it goes on with GET. */
const webDav = "PROPFIND";
const servedMethods = "GET, HEAD, OPTIONS";

function refuseMethod({ method }: HttpRequest): never {
  throw new RequestError(405, "BAD_REQUEST", `Expected GET, but got: ${method}.`, { allow: servedMethods });
}

/** The path of the route has them. */
const paramsOf = ({ params }: HttpRequest) => params as Readonly<Record<"name" | "parameter", string>>;

/** The name of a file: of a report, with the ending of a format. */
function readName(file: string, find: (name: string) => Report) {
  const format = formats.find((known) => file.endsWith(`.${known}`));
  if (!format) {
    const endings = formats.map((known) => `.${known}`).join(", ");
    throw new RequestError(404, "NOT_FOUND", `Expected the name of a report and one of ${endings}.`);
  }
  return { report: find(file.slice(0, -format.length - 1)), format };
}

/** Who asks for a table, and may leave. */
interface Client {
  readonly answer: AnswerOperation;
  readonly request: HttpRequest;
  readonly reply: HttpReply;
  /** Fires when nobody waits for an answer any more. */
  readonly signal: AbortSignal;
}

function clientOf(answer: AnswerOperation, request: HttpRequest, reply: HttpReply): Client {
  const leaving = new AbortController();
  reply.raw.once("close", () => leaving.abort());
  return { answer, request, reply, signal: leaving.signal };
}

/** Each page is an operation of the caller. */
function readingOf(
  { text, operation }: Table,
  { answer, request, reply, signal }: Client,
): Pick<PageReading, "ask"> & Pick<Counting, "askFor" | "signal"> {
  const operationName = operation.name?.value;
  return {
    ask: (variables) => answer({ query: text, operationName, variables: { ...variables } }, request, reply),
    askFor: (other, variables) =>
      answer(
        { query: other.text, operationName: other.operationName, variables: { ...variables } },
        request,
        reply,
      ),
    signal,
  };
}

/** Answers with the status of a page that failed before anything was sent. */
async function failing(
  { headers }: HttpRequest,
  reply: HttpReply,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    // The client has left: there is nobody to answer.
    if (signal.aborted) return reply.hijack();
    const failure = toFailure(error);
    const isSignedIn = headers.authorization !== undefined;
    // Programs ask their user to sign in then.
    if (failure.isUnauthorized && !isSignedIn) void reply.code(401).header("www-authenticate", "Bearer");
    else void reply.code(failure.status);
    return sendFailure(reply, failure);
  }
}

function toFailure(error: unknown): PageFailure {
  if (error instanceof PageFailure) return error;
  if (!(error instanceof ClientError) || error instanceof RequestError) throw error;
  const { message, extensions } = error;
  return new PageFailure({ status: 200 }, [{ message, extensions }]);
}

function sendFailure(reply: HttpReply, { headers, errors }: PageFailure): HttpReply {
  for (const [name, value] of headers) void reply.header(name, value);
  return reply.type(json).send({ errors });
}
