// The till that every screen speaks to: who it is, what it knows, which screen stands, and the one way to report a fact.
import { ask, withToken } from '../lib/api/client';
import type { Minor } from '../lib/money';
import { uuid7 } from '../lib/uuid7';
import { adopt, commandById, currentEnrolment, markUnknown, needingHelp, ofKind, ofShift, prune, record, unsent, type Alongside } from './device/commands';
import { keep, kept, openDevice, type Command, type Device, type Enrolment, type Kept, type Place, type Shift } from './device/db';
import type { Fact } from './device/envelope';
import { Sender, tryAgain } from './device/sender';
import { Shelves, fetchShop } from './device/shop';
import { settle } from './device/standing';
import { tooMuchOff } from './order/cart';
import { invitation } from './enrol/code';
import { newOrder, type Order } from './order/order';
import { saleOf, standing } from './order/payment';
import { soldOf } from './order/sold';
import { screenFor, type Screen } from './screens';

const LOOK_AGAIN_MS = 300_000;
const TRY_AGAIN_MS = 15_000;

export class Till {
  ready = $state(false);
  enrolment = $state.raw<Enrolment | null>(null);
  shelves = $state.raw<Shelves | null>(null);
  seller = $state<string | null>(null);
  shift = $state.raw<Shift | null>(null);
  order = $state.raw<Order>(newOrder());
  held = $state.raw<Order[]>([]);
  /** What waits to be sent, and what needs a person's help. */
  waiting = $state(0);
  needsHelp = $state(0);
  /** Whether the service answered when last asked; `null` before. */
  reached = $state<boolean | null>(null);
  /** The device did not take the last fact: it did not happen yet. */
  notKept = $state(false);
  /** Whether the browser promised not to clear our storage by itself. */
  persisted = $state(false);
  #place = $state.raw<Place>({ screen: 'sell' });
  /** Counts the steps that a tap made: what was read from the disk before a step does not take it back. */
  #steps = { order: 0, place: 0, seller: 0 };
  #reads = 0;
  #reading: Promise<void> = Promise.resolve();
  #paying = false;
  #db!: Device;
  #sender!: Sender;
  #others: BroadcastChannel | null = 'BroadcastChannel' in globalThis ? new BroadcastChannel('gezi-till') : null;

  readonly api = withToken(() => this.enrolment?.token ?? null);

  /** The screen that stands: the wanted one, as far as one may be there. */
  readonly screen = $derived(screenFor({ enrolled: this.enrolment !== null, seller: this.seller, shift: this.shift, wanted: this.#place.screen }));
  /** What the screen that stands is about, e.g. the sale whose receipt is shown. */
  readonly document = $derived(this.#place.document ?? null);
  /** The cooperative's code, for the link on a receipt. */
  readonly coop = $derived(this.shelves?.shop.code || this.enrolment?.coop || null);
  readonly shutOut = $derived(this.enrolment !== null && (this.enrolment.revoked || this.enrolment.unknown));

  async begin(): Promise<void> {
    this.api.use({
      onResponse: () => void (this.reached = true),
      onError: () => void (this.reached = false),
    });
    this.#db = await openDevice();
    await this.#read();
    const shop = await kept(this.#db, 'shop');
    if (shop) this.shelves = new Shelves(shop);
    // The office's link was opened on a till that is let in already: it asks before it changes.
    if (this.enrolment && invitation(location.search).code) await this.go('enrol');
    this.ready = true;
    this.#others?.addEventListener('message', () => void this.#read());
    this.#sender = new Sender(this.#db, () => void this.#count(true));
    this.#sender.start();
    addEventListener('online', () => void this.look());
    addEventListener('offline', () => (this.reached = false));
    setInterval(() => void this.look(), LOOK_AGAIN_MS);
    setInterval(() => this.reached === false && void this.look(), TRY_AGAIN_MS);
    void this.look();
    void prune(this.#db);
    this.persisted = (await navigator.storage?.persist?.().catch(() => false)) ?? false;
  }

  /** Asks the service where this till stands and what the shop has. Without a network everything stays as it is. */
  async look(): Promise<void> {
    const enrolment = this.enrolment;
    if (!enrolment) return;
    const before = Date.now();
    const state = await ask(this.api.GET('/api/v1/till'));
    if (!state.ok) {
      if (state.trouble.kind === 'signed-out') {
        await markUnknown(this.#db, enrolment.key);
        await this.#read();
      }
      return;
    }
    const offset = Math.round(Date.parse(state.value.now) - (before + Date.now()) / 2);
    await settle(this.#db, enrolment.key, state.value, offset);
    await this.#read();
    void this.#sender.flush({ now: true });
    const shop = await fetchShop(this.api);
    if (!shop.ok) return;
    this.shelves = new Shelves(shop.value);
    await keep(this.#db, { shop: shop.value });
  }

  /** Lets this device in as a till. Not as another one, while it holds something that the service does not have. */
  async enrolled(as: { till_id: string; epoch: number; token: string }, coop: string): Promise<boolean> {
    const open = [...(await unsent(this.#db)), ...(await needingHelp(this.#db))];
    if (open.some((command) => !command.enrolment.startsWith(`${as.till_id}/`))) return false;
    await adopt(this.#db, as, coop);
    await this.#tell();
    await this.look();
    return true;
  }

  /** Reports a fact: it is on the disk with its number before this returns, and goes to the service when it can. `null`: another tab was faster. */
  async report(fact: Fact, alongside: Omit<Alongside, 'shift'> & { shift?: string | null }): Promise<Command | null> {
    let command: Command | null;
    try {
      command = await record(this.#db, fact, { shift: this.shift?.id ?? null, ...alongside });
    } catch (trouble) {
      // The device is full, or took its storage away. The screen stays where it is, and says that nothing was kept.
      console.error(trouble);
      this.notKept = true;
      return null;
    }
    this.notKept = false;
    await this.#tell();
    void this.#sender.flush();
    return command;
  }

  async go(screen: Screen, document?: string): Promise<void> {
    this.#steps.place++;
    this.#place = { screen, ...(document !== undefined && { document }) };
    await keep(this.#db, { place: this.#place });
  }

  async sell(person: string | null): Promise<void> {
    this.#steps.seller++;
    this.seller = person;
    await keep(this.#db, { seller: person });
  }

  /** A step of the order. The screen shows it at once; the disk follows, and a reload finds it there. */
  change(order: Order): void {
    this.#steps.order++;
    this.order = order;
    void keep(this.#db, { order }).then(() => this.#others?.postMessage('changed'));
  }

  /** Puts the order aside, or takes one up again (and puts the present one aside, if there is anything in it). */
  async hold(resume?: Order): Promise<void> {
    this.#steps.order++;
    const aside = this.order.lines.length > 0 ? [this.order] : [];
    this.held = [...this.held.filter((one) => one.id !== resume?.id), ...aside];
    this.order = resume ?? newOrder();
    await keep(this.#db, { order: this.order, held: this.held });
    this.#others?.postMessage('changed');
  }

  /** The order is paid, with so much in cash besides what was given otherwise. A second tap, or a second tab, changes nothing. */
  async pay(cash: Minor): Promise<void> {
    const { order, seller } = this;
    const at = standing(order, cash);
    if (!seller || this.#paying || order.lines.length === 0 || at.missing > 0n || tooMuchOff(order)) return;
    this.#paying = true;
    try {
      const screen: Screen = at.change > 0n ? 'change' : 'receipt';
      await this.report(
        { kind: 'sale', id: order.id, actor: seller, body: saleOf(order, cash), receiptToken: order.receiptToken },
        { onlyIfOrder: order.id, about: { ...soldOf(order, cash) }, keep: { order: newOrder(), place: { screen, document: order.id } } },
      );
    } finally {
      this.#paying = false;
    }
  }

  /** Keeps something of a screen's own over a reload. */
  keep(things: Partial<Kept>): Promise<void> {
    return keep(this.#db, things);
  }

  kept<K extends keyof Kept>(name: K): Promise<Kept[K] | undefined> {
    return kept(this.#db, name);
  }

  command(id: string): Promise<Command | undefined> {
    return commandById(this.#db, id);
  }

  async ofShift(): Promise<Command[]> {
    return this.shift ? ofShift(this.#db, this.shift.id) : [];
  }

  sales(): Promise<Command[]> {
    return ofKind(this.#db, 'sale');
  }

  refunds(): Promise<Command[]> {
    return ofKind(this.#db, 'refund');
  }

  commandsOf(shift: string): Promise<Command[]> {
    return ofShift(this.#db, shift);
  }

  unsent(): Promise<Command[]> {
    return unsent(this.#db);
  }

  helpless(): Promise<Command[]> {
    return needingHelp(this.#db);
  }

  /** Sends once more what needed help. */
  async tryAgain(n: number): Promise<void> {
    await tryAgain(this.#db, n, uuid7);
    await this.#tell();
    await this.flush();
  }

  /** Sends what waits, now. */
  flush(): Promise<void> {
    return this.#sender.flush({ now: true });
  }

  /** Everything anew from the disk, here and in the other tabs. */
  async #tell(): Promise<void> {
    await this.#read();
    this.#others?.postMessage('changed');
  }

  /** Done once the latest reading is: an earlier one, however slow, shows nothing older than it. */
  #read(): Promise<void> {
    const reading: Promise<void> = this.#readOnce(++this.#reads).then(() => (this.#reading === reading ? undefined : this.#reading));
    return (this.#reading = reading);
  }

  async #readOnce(read: number): Promise<void> {
    const db = this.#db;
    const steps = { ...this.#steps };
    const [enrolment, seller, shift, order, held, place] = await Promise.all([
      currentEnrolment(db), kept(db, 'seller'), kept(db, 'shift'), kept(db, 'order'), kept(db, 'held'), kept(db, 'place'),
    ]);
    if (read !== this.#reads) return;
    this.enrolment = enrolment;
    this.shift = shift ?? null;
    if (steps.seller === this.#steps.seller) this.seller = seller ?? null;
    if (steps.place === this.#steps.place) this.#place = place ?? { screen: 'sell' };
    if (steps.order === this.#steps.order) {
      this.order = order ?? newOrder();
      this.held = held ?? [];
    }
    await this.#count();
  }

  async #count(told = false): Promise<void> {
    this.waiting = await this.#db.countFromIndex('commands', 'state', 'waiting');
    this.needsHelp = await this.#db.countFromIndex('commands', 'state', 'help');
    this.enrolment = await currentEnrolment(this.#db);
    if (told) {
      this.reached = this.#sender.reached;
      this.#others?.postMessage('changed');
    }
  }
}

export const till = new Till();
