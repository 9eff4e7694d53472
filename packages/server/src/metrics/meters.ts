import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** A value with the values of its labels. */
export interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Reader {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** How several processes are one. Default: sum. */
  readonly together?: "sum" | "max";
  /** Called whenever the metrics are read. */
  readonly read: () => Iterable<Reading>;
}

/** In seconds. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What a program measures. What each label can be is bounded by those who measure. */
export class Meters {
  readonly #registry = new Registry();

  /** What every process says of itself: memory, processor time, event loop, garbage collection. */
  measureProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  get registry(): Registry {
    return this.#registry;
  }

  /**
   * Returns what counts one more, by the value of the label. `values` are those that are 0 from the start: Prometheus
   * does not see the first one of a series that begins with it.
   */
  counter(
    name: string,
    help: string,
    label: string,
    values: readonly string[] = [],
  ): (value: string) => void {
    const counter = new Counter({ name, help, labelNames: [label], registers: [this.#registry] });
    const childOf = once((value) => counter.labels(value));
    for (const value of values) childOf(value).inc(0);
    return (value) => childOf(value).inc();
  }

  /** The same with two labels. */
  counterOfTwo(
    name: string,
    help: string,
    labels: readonly [string, string],
  ): (first: string, second: string) => void {
    const counter = new Counter({ name, help, labelNames: [...labels], registers: [this.#registry] });
    const byFirst = once((first) => once((second) => counter.labels(first, second)));
    return (first, second) => byFirst(first)(second).inc();
  }

  /** Returns what notes a duration in milliseconds, by the value of the label. */
  durations(name: string, help: string, label: string): (value: string, milliseconds: number) => void {
    const registers = [this.#registry];
    const histogram = new Histogram({ name, help, labelNames: [label], buckets: durations, registers });
    const childOf = once((value) => histogram.labels(value));
    return (value, milliseconds) => childOf(value).observe(milliseconds / 1_000);
  }

  /** What goes up and down. */
  gauge({ name, help, labels = [], together = "sum", read }: Reader): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [...labels],
      aggregator: together,
      registers: [],
      collect() {
        this.reset();
        for (const reading of read()) this.set(reading.labels, reading.value);
      },
    });
    this.#registry.registerMetric(gauge);
  }

  /** What is counted elsewhere and only goes up. */
  total({ name, help, labels = [], read }: Reader): void {
    const counter = new Counter({
      name,
      help,
      labelNames: [...labels],
      registers: [],
      collect() {
        this.reset();
        for (const reading of read()) this.inc(reading.labels, reading.value);
      },
    });
    this.#registry.registerMetric(counter);
  }
}

/** Makes each child of a metric once. There are few values. */
function once<Child>(make: (value: string) => Child): (value: string) => Child {
  const made = new Map<string, Child>();
  return (value) => {
    const known = made.get(value);
    if (known !== undefined) return known;
    const child = make(value);
    made.set(value, child);
    return child;
  };
}
