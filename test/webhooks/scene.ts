import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Webhooks, type WebhooksParts } from '#webhooks';
import { GrowingChanges } from './growing-changes.js';
import { ManualTime } from './manual-time.js';
import { CA, Receiver } from './receiver.js';

type SenderOptions = NonNullable<WebhooksParts['sender']>;

/** A newsroom with webhooks, and one partner. Only the test advances the time. */
export class Scene {
  readonly time = new ManualTime('2016-12-01T12:00:00Z');
  readonly changes = new GrowingChanges();
  readonly folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
  readonly file = join(this.folder, 'webhooks.sqlite');
  /** The lines of the log. */
  readonly log: string[] = [];
  webhooks!: Webhooks;
  chance = (): number => 0.5;

  private constructor(readonly receiver: Receiver) {}

  static async open(sender: SenderOptions = {}): Promise<Scene> {
    const scene = new Scene(await Receiver.start());
    const note = (line: unknown): void => void scene.log.push(String(line));
    Logger.overrideLogger({ log: note, warn: note, error: note });
    scene.start(sender);
    return scene;
  }

  /** Opens the webhooks, also again after `close`. The loopback interface is allowed, unless the test has a rule. */
  start(sender: SenderOptions = {}, log = 'log'): void {
    const { file, changes, time } = this;
    this.webhooks = Webhooks.open({
      file,
      log,
      changes,
      clock: time,
      alarm: time.alarm,
      random: () => this.chance(),
      sender: {
        ca: CA,
        rule: (address) => address === '127.0.0.1',
        resolve: async () => ['127.0.0.1'],
        ...sender,
      },
    });
  }

  /** Opens the webhooks like a newsroom: only public addresses are allowed. */
  startAsInProduction(): void {
    const { file, changes, time } = this;
    this.webhooks = Webhooks.open({ file, log: 'log', changes, clock: time });
  }

  /** Registers the partner from the start of the log. Returns the endpoint's id and secret. */
  async register(
    options: {
      readonly url?: string;
      readonly stories?: readonly string[];
      readonly from?: 'head' | 'start';
    } = {},
  ): Promise<{ readonly id: string; readonly secret: string }> {
    const { url = this.receiver.url, stories = null, from = 'start' } = options;
    const { endpoint, secret } = await this.webhooks.register({ url, description: null, stories, from });
    return { id: endpoint.id, secret };
  }

  /** Waits until no message is in progress, and none is due. */
  async quiet(): Promise<void> {
    const end = Date.now() + 60_000;
    // The health costs several queries, so it is not read in each turn.
    for (let still = 0; still < 4;) {
      if (Date.now() > end) throw new Error('It does not become quiet.');
      for (let turns = 0; turns < 5; turns += 1) await turn();
      if (this.webhooks.health.sending === 0) still += 1;
      else {
        still = 0;
        await pause(1);
      }
    }
  }

  /** Advances the time, some minutes at once, until no message is pending. */
  async untilEmpty(step = 20 * 60_000): Promise<void> {
    await this.quiet();
    for (let steps = 0; this.webhooks.health.pending > 0; steps += 1) {
      if (steps > 3_000) throw new Error('It never empties.');
      this.time.advance(step);
      await this.quiet();
    }
  }

  /** Waits until a condition holds, without advancing the time. */
  async until(so: () => boolean): Promise<void> {
    for (const end = Date.now() + 60_000; !so(); await pause(10))
      if (Date.now() > end) throw new Error('It did not become so.');
  }

  async close(): Promise<void> {
    await this.webhooks.close();
    await this.receiver.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
