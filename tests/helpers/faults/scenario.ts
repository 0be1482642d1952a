import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startInstance, type Instance } from '../instance';
import { signInToWebhooks, type WebhookAdministrator } from './endpoint';
import { judge, type Verdict } from './ledger';
import { startReceiver, type Receiver } from './receiver';
import { DurableLog } from './durable-log';

/** Whether the faults happen as often as it takes to trust the result, or as often as CI has time for. */
export const isFullRun = process.env.FAULTS === 'full';

const ENVIRONMENT = {
  RATE_LIMIT_ENQUIRIES: '1000000',
  WEBHOOKS_ALLOW_PRIVATE_TARGETS: 'true',
};

/** Instances of Prospectus on one database, a receiver of their webhooks, and a ledger. */
export class Scenario {
  readonly ledger: DurableLog;
  readonly #instances = new Set<Instance>();
  readonly #receivers: Receiver[] = [];
  #administrator: WebhookAdministrator | undefined;

  private constructor(
    readonly databaseUrl: string,
    private readonly folder: string,
    private readonly settings: Record<string, unknown>,
  ) {
    this.ledger = new DurableLog(path.join(folder, 'ledger'));
  }

  /**
   * @param databaseUrl as the instances see it
   * @param count of instances
   * @param settings of Strapi's configuration that differ, by their path
   */
  static async start(
    databaseUrl: string,
    count: number,
    settings: Record<string, unknown> = {},
  ): Promise<Scenario> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'prospectus-faults-'));
    const scenario = new Scenario(databaseUrl, folder, settings);
    for (let number = 0; number < count; number += 1) await scenario.startInstance();
    return scenario;
  }

  get instances(): Instance[] {
    return [...this.#instances];
  }

  /** Any of the instances that live. */
  anyInstance(): Instance {
    const { instances } = this;
    const instance = instances[Math.floor(Math.random() * instances.length)];
    if (!instance) throw new Error('No instance is up.');
    return instance;
  }

  /** @param environment variables that differ for this instance */
  async startInstance(environment: Record<string, string> = {}): Promise<Instance> {
    const variables = { ...ENVIRONMENT, ...environment };
    const instance = await startInstance(this.databaseUrl, variables, this.settings);
    this.#instances.add(instance);
    return instance;
  }

  /** kill -9. */
  async kill(instance: Instance): Promise<void> {
    this.#instances.delete(instance);
    await instance.stop();
  }

  async administrator(): Promise<WebhookAdministrator> {
    this.#administrator ??= await signInToWebhooks(() => this.anyInstance().request);
    return this.#administrator;
  }

  /** Starts a receiver and makes an endpoint for it. */
  async startReceiver(name: string): Promise<Receiver & { endpoint: string }> {
    const receiver = await startReceiver(path.join(this.folder, `receiver-${name}`));
    this.#receivers.push(receiver);
    const { id, secret } = await (await this.administrator()).create(name, receiver.url);
    await receiver.trust(secret);
    return { ...receiver, endpoint: id };
  }

  /** Waits until nothing waits for an endpoint. */
  async untilDelivered(endpoint: string): Promise<void> {
    await (await this.administrator()).until(endpoint, ({ waiting }) => waiting === 0);
  }

  /** @param databaseUrl past whatever is between the instances and the database */
  judge(receiver: Receiver, databaseUrl = this.databaseUrl): Promise<Verdict> {
    return judge(this.ledger, databaseUrl, receiver.receipts());
  }

  async stop(): Promise<void> {
    for (const instance of this.instances) await this.kill(instance);
    for (const receiver of this.#receivers) await receiver.stop();
    this.ledger.close();
    await rm(this.folder, { recursive: true });
  }
}
