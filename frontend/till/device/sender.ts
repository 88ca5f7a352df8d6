// Delivers what happened: in order, the same bytes as often as it takes, and nothing is ever thrown away.
import type { Command, Device, Enrolment, FactAnswer, Problem } from './db';
import { markUnknown, unsent } from './commands';
import { addressOf } from './envelope';
import { inTurn } from './turn';

const AGAIN_MS = 15_000;
const PATIENCE_MS = 20_000;
/** So often may the service break over one command before the later ones go first. */
const MOST_FAULTS = 5;

type Outcome =
  | { is: 'delivered'; answer: FactAnswer }
  | { is: 'help'; problem: Problem }
  | { is: 'shut' }
  | { is: 'fault' }
  | { is: 'away'; afterMs: number };

/** What an answer means for a command. Anything that is not our service's own word (a hotel's sign-in page, a proxy) means nobody answered. */
export async function meaning(response: Response): Promise<Outcome> {
  const away = (seconds: unknown): Outcome => ({ is: 'away', afterMs: typeof seconds === 'number' && seconds > 0 ? Math.min(seconds * 1000, 300_000) : AGAIN_MS });
  const body = (await response.json().catch(() => null)) as Partial<FactAnswer & Problem & { retry_after: number }> | null;
  if (!body || typeof body !== 'object') return away(null);
  if (response.status === 201 || response.status === 202) {
    return ['posted', 'early', 'quarantined'].includes(body.state ?? '') ? { is: 'delivered', answer: body as FactAnswer } : away(null);
  }
  if (typeof body.type !== 'string' || !body.type.startsWith('/problems/')) return away(null);
  if (response.status === 401) return { is: 'shut' };
  if (response.status === 500) return { is: 'fault' };
  if (response.status > 500 || response.status === 429 || response.status === 408) return away(body.retry_after);
  if (response.status < 400) return away(null);
  const { type, title = '', detail = '', detail_en = '' } = body;
  return { is: 'help', problem: { status: response.status, type, title, detail, detail_en } };
}

export class Sender {
  readonly #db: Device;
  readonly #fetch: typeof fetch;
  /** Something was delivered, or could not be. */
  readonly #changed: () => void;
  #running: Promise<void> | null = null;
  #asked = false;
  #notBefore = 0;
  /** Whether the service answered the last time; `null` before the first. */
  reached: boolean | null = null;

  constructor(db: Device, changed: () => void, send: typeof fetch = (...request) => fetch(...request)) {
    this.#db = db;
    this.#changed = changed;
    this.#fetch = send;
  }

  /** At the start, whenever the network says it is back, and every 15 seconds: the device's own word about the network is not to be trusted. */
  start(): void {
    setInterval(() => void this.flush(), AGAIN_MS);
    addEventListener('online', () => void this.flush({ now: true }));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.flush());
    void this.flush();
  }

  /** Sends what waits. `now`: does not wait for the time that the service asked for. */
  flush({ now = false } = {}): Promise<void> {
    if (now) this.#notBefore = 0;
    this.#asked = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    while (this.#asked) {
      this.#asked = false;
      if (Date.now() < this.#notBefore) return;
      await inTurn(this.#db, (still) => this.#round(still));
    }
  }

  async #round(still: () => Promise<boolean>): Promise<void> {
    const enrolments = await this.#db.getAll('enrolments');
    const shut = new Set<string>();
    for (const command of await unsent(this.#db)) {
      const by = speaker(enrolments, command);
      if (!by || by.unknown || shut.has(by.key)) continue;
      if (!(await still())) return;
      const outcome = await this.#send(command, by.token);
      this.reached = outcome.is !== 'away';
      if (outcome.is === 'shut') {
        shut.add(by.key);
        await markUnknown(this.#db, by.key);
      } else if (outcome.is === 'away') {
        this.#notBefore = Date.now() + outcome.afterMs - 50;
        this.#changed();
        return;
      } else if (outcome.is === 'fault') {
        await this.#update(command, { faults: command.faults + 1 });
        if (command.faults + 1 < MOST_FAULTS) {
          this.#changed();
          return;
        }
      } else if (outcome.is === 'help') {
        await this.#update(command, { state: 'help', problem: outcome.problem });
      } else {
        await this.#update(command, { state: 'delivered', answer: outcome.answer, problem: null });
      }
      this.#changed();
    }
  }

  async #send(command: Command, token: string): Promise<Outcome> {
    try {
      return await meaning(
        await this.#fetch(addressOf(command.kind), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': command.id, authorization: `Bearer ${token}` },
          body: command.bytes as Uint8Array<ArrayBuffer>,
          credentials: 'omit',
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        }),
      );
    } catch {
      return { is: 'away', afterMs: AGAIN_MS };
    }
  }

  async #update(command: Command, change: Partial<Command>): Promise<void> {
    const tx = this.#db.transaction('commands', 'readwrite');
    const now = await tx.store.get(command.n);
    if (now) await tx.store.put({ ...now, ...change });
    await tx.done;
  }
}

/** Whose token goes with a command: a till's newest enrolment delivers what its older ones left. */
export function speaker(enrolments: Enrolment[], command: Pick<Command, 'enrolment'>): Enrolment | undefined {
  const till = command.enrolment.split('/')[0];
  return enrolments.filter((one) => one.tillId === till).sort((a, b) => b.epoch - a.epoch)[0];
}

/** Sends one that needed help once more. A number that belonged to something else (409) is given up for a new one; the bytes stay. */
export async function tryAgain(db: Device, n: number, newId: () => string): Promise<void> {
  const tx = db.transaction('commands', 'readwrite');
  const command = await tx.store.get(n);
  if (command?.state === 'help') {
    const id = command.problem?.status === 409 ? newId() : command.id;
    await tx.store.put({ ...command, id, state: 'waiting', faults: 0, problem: null });
  }
  await tx.done;
}
