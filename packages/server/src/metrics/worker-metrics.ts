import cluster, { type Worker } from "node:cluster";
import type { MetricObjectWithValues, MetricValue, Registry } from "prom-client";

/** What a process measured. */
type Metrics = MetricObjectWithValues<MetricValue<string>>[];

interface Question {
  readonly metricsAsked: number;
}

interface Reply {
  readonly metricsAnswer: number;
  readonly metrics: Metrics;
}

/** A process that does not answer in time is left out. */
const patienceMs = 1_000;

/** Has a serving process answer the one that looks after it. */
export function answerMetricsRequests(registry: Registry): void {
  process.on("message", (message: unknown) => {
    if (!isQuestion(message)) return;
    void registry.getMetricsAsJSON().then((metrics) => {
      const reply: Reply = { metricsAnswer: message.metricsAsked, metrics };
      process.send?.(reply, () => undefined);
    });
  });
}

let lastQuestion = 0;

/** The metrics of all processes that serve. */
export async function metricsOfWorkers(): Promise<Metrics[]> {
  const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
  const answers = await Promise.all(workers.map(ask));
  return answers.flatMap((metrics) => (metrics ? [metrics] : []));
}

function ask(worker: Worker): Promise<Metrics | undefined> {
  const question: Question = { metricsAsked: (lastQuestion += 1) };
  return new Promise((resolve) => {
    const settle = (metrics: Metrics | undefined) => {
      worker.off("message", listen);
      clearTimeout(timer);
      resolve(metrics);
    };
    const listen = (message: unknown) => {
      if (isReply(message) && message.metricsAnswer === question.metricsAsked) settle(message.metrics);
    };
    const timer = setTimeout(() => settle(undefined), patienceMs);
    worker.on("message", listen);
    worker.send(question, (error) => error && settle(undefined));
  });
}

const isObject = (message: unknown): message is object => typeof message === "object" && message !== null;
const isQuestion = (message: unknown): message is Question => isObject(message) && "metricsAsked" in message;
const isReply = (message: unknown): message is Reply => isObject(message) && "metricsAnswer" in message;
