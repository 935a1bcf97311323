import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Clock } from '#event-store';
import { HealthMetrics, type LogName } from './health-metrics.js';

/** The outcome of an append. A conflict is `refused`. */
export type AppendOutcome = (typeof OUTCOMES)[number];
const OUTCOMES = ['written', 'refused', 'unknown'] as const;

/** Seconds: from a read in memory to a wait that no client accepts. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The metrics of one process, in the text format of Prometheus. Labels are logs, routes and outcomes: never content of a
 * story, a request or a setting.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #registers = [this.#registry];
  readonly #appends = new Counter({
    name: 'dateline_appends_total',
    help: 'Appends to a log by outcome.',
    labelNames: ['log', 'outcome'],
    registers: this.#registers,
  });
  readonly #appending = new Histogram({
    name: 'dateline_append_seconds',
    help: 'Duration of appends to a log, for all outcomes.',
    labelNames: ['log'],
    buckets,
    registers: this.#registers,
  });
  readonly #requests = new Histogram({
    name: 'dateline_http_request_seconds',
    help: 'Duration of requests, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: this.#registers,
  });
  /** The health of the parts of the process. */
  readonly health: HealthMetrics;

  constructor(clock: Clock) {
    this.health = new HealthMetrics(this.#registry, clock);
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Begins the counters of a log at 0. */
  countAppends(log: LogName): void {
    for (const outcome of OUTCOMES) this.#appends.inc({ log, outcome }, 0);
  }

  appended(log: LogName, outcome: AppendOutcome, seconds: number): void {
    this.#appends.inc({ log, outcome });
    this.#appending.observe({ log }, seconds);
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status }, seconds);
  }
}
