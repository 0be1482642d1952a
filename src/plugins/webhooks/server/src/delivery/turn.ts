import { webhookId } from '../message/message-id';
import { openBody } from '../message/sealed';
import { attempt, type Message, type Outcome } from '../sending/attempt';
import type { Connections } from '../sending/connections';
import { retryWait } from '../sending/retry-schedule';
import type { Settings } from '../settings';
import { readDue, type DueDelivery } from './due-deliveries';
import { OutcomeLog } from './outcome-log';
import type { Receiver } from './receiver';

/** HTTP 410, with which a receiver unsubscribes. */
const GONE = 410;

/** How a turn went. */
export interface TurnReport {
  /** Whether the endpoint said that it is gone. */
  isGone: boolean;
  /** Whether every attempt failed; undefined where there was none. */
  isFailing: boolean | undefined;
}

/** An attempt that could not be made. */
function unsent(error: unknown): Outcome {
  return {
    at: new Date(),
    durationMs: 0,
    signature: '',
    isSuccess: false,
    status: null,
    answer: null,
    error: error instanceof Error ? error.message : 'The body cannot be read.',
    retryAfter: null,
  };
}

/**
 * One endpoint's turn: sends what is due, some at a time, until nothing is or time is up. A place
 * is taken again only when the outcome of what had it is stored: whatever dies, no more than that
 * many are sent twice.
 */
export class Turn {
  readonly #receiver: Receiver;
  readonly #connections: Connections;
  readonly #settings: Settings;
  readonly #signal: AbortSignal;
  readonly #log: OutcomeLog;
  readonly #endsAt: number;
  readonly #inFlight = new Set<string>();
  #page: DueDelivery[] = [];
  #reading: Promise<void> | undefined;
  #isOver = false;
  #isGone = false;
  #successes = 0;
  #failures = 0;

  constructor(
    receiver: Receiver,
    context: { connections: Connections; settings: Settings; signal: AbortSignal },
  ) {
    this.#receiver = receiver;
    this.#connections = context.connections;
    this.#settings = context.settings;
    this.#signal = context.signal;
    this.#log = new OutcomeLog(receiver);
    this.#endsAt = performance.now() + context.settings.turnMilliseconds;
  }

  /**
   * Takes the turn.
   * @throws what the database answers, when nothing is under way any more
   */
  async take(): Promise<TurnReport> {
    const breakOff = () => void this.#connections.breakOff(this.#receiver.id);
    this.#signal.addEventListener('abort', breakOff);
    const places = Array.from({ length: this.#settings.concurrency }, () => this.#fillPlace());
    const ended = await Promise.allSettled(places);
    this.#signal.removeEventListener('abort', breakOff);
    const failed = ended.find((place) => place.status === 'rejected');
    if (failed) throw failed.reason;
    const isFailing = this.#successes + this.#failures === 0 ? undefined : this.#successes === 0;
    return { isGone: this.#isGone, isFailing };
  }

  async #fillPlace(): Promise<void> {
    try {
      for (;;) {
        const delivery = await this.#next();
        if (!delivery) return;
        await this.#deliver(delivery);
        this.#inFlight.delete(delivery.id);
      }
    } catch (error) {
      this.#isOver = true;
      throw error;
    }
  }

  get #isStopping(): boolean {
    return this.#signal.aborted || this.#connections.isClosed;
  }

  get #mayGoOn(): boolean {
    return !this.#isOver && !this.#isStopping && performance.now() < this.#endsAt;
  }

  async #next(): Promise<DueDelivery | undefined> {
    while (this.#mayGoOn) {
      const delivery = this.#page.shift();
      if (delivery) {
        this.#inFlight.add(delivery.id);
        return delivery;
      }
      this.#reading ??= this.#readPage();
      await this.#reading;
    }
    return undefined;
  }

  async #readPage(): Promise<void> {
    try {
      this.#page = await readDue(this.#receiver, [...this.#inFlight]);
      if (this.#page.length === 0) this.#isOver = true;
    } finally {
      this.#reading = undefined;
    }
  }

  async #deliver(delivery: DueDelivery): Promise<void> {
    const outcome = await this.#send(delivery);
    // Nobody knows whether the receiver has it. It is sent again.
    if (this.#isStopping && outcome.status === null) return;
    if (outcome.isSuccess) this.#successes += 1;
    else this.#failures += 1;
    if (outcome.status === GONE) this.#isGone = true;
    if (outcome.status === GONE || outcome.retryAfter !== null) this.#isOver = true;
    await this.#log.add({ delivery, outcome, wait: this.#waitAfter(delivery, outcome) });
  }

  async #send(delivery: DueDelivery): Promise<Outcome> {
    const { url, secrets } = this.#receiver;
    let body: string;
    try {
      body = delivery.hasPersonalData ? openBody(delivery.eventId, delivery.body) : delivery.body;
    } catch (error) {
      return unsent(error);
    }
    const id = webhookId(delivery.eventId, delivery.hasPersonalData);
    const message: Message = { url, id, body, secrets };
    const connections = this.#connections.to(this.#receiver);
    return attempt(connections, message, this.#settings.attemptMilliseconds);
  }

  /** Milliseconds until the next attempt; null: there is none. */
  #waitAfter({ failures }: DueDelivery, outcome: Outcome): number | null {
    // Parked at once, together with all others.
    if (outcome.status === GONE) return 0;
    const tempo = { scale: this.#settings.scheduleScale, random: Math.random };
    const wait = retryWait(failures + 1, tempo);
    return wait === undefined ? null : Math.max(wait, outcome.retryAfter ?? 0);
  }
}
