import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Clock } from '#event-store';
import { HealthMetrics, type LogName } from './health-metrics.js';

/** How an append ended, as its caller must take it. A conflict is a refusal. */
export type AppendOutcome = (typeof OUTCOMES)[number];
const OUTCOMES = ['written', 'refused', 'unknown'] as const;

/** Seconds: from what a read of memory takes to what nobody waits for. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What an operator may measure of one process, in the text format of Prometheus. Labels name logs, routes and outcomes:
 * nothing that a story, a request or a setting holds.
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
    help: 'How long appends to a log took, whatever their outcome.',
    labelNames: ['log'],
    buckets,
    registers: this.#registers,
  });
  readonly #requests = new Histogram({
    name: 'dateline_http_request_seconds',
    help: 'How long requests took, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: this.#registers,
  });
  /** What is read of the parts of the process when somebody asks. */
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

  /** From now on appends to a log are counted: none is told as 0. */
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
