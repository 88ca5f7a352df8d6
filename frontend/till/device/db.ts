// What a till keeps on its device. A reload, a flat battery or a closed tab lose nothing that was shown.
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Drafts } from '../counting/drafts';
import type { Order } from '../order/order';
import type { Screen } from '../screens';
import type { Shop } from './shop';

export type FactKind = 'shift_opened' | 'sale' | 'refund' | 'cash_moved' | 'shift_closed';

/** One letting-in of a till: its token, and where its numbers stand. Older ones stay while something of theirs is unsent. */
export interface Enrolment {
  /** `till/epoch`. */
  key: string;
  tillId: string;
  epoch: number;
  token: string;
  /** The cooperative's code, for the link on the receipt. */
  coop: string;
  name: string;
  /** Where it stands. */
  site: string;
  nextSeq: number;
  lastHash: string;
  clockOffsetMs: number;
  /** The office has shut this till out. What it holds is still taken, into other hands. */
  revoked: boolean;
  /** Its token was not known when it last spoke; nothing can be delivered with it. */
  unknown: boolean;
  /** A number that the service misses and this device does not have either. */
  missingSeq: number | null;
}

/** What the service said to a command. */
export interface FactAnswer {
  state: 'posted' | 'early' | 'quarantined';
  entry_number?: number | null;
  business_date?: string | null;
  detail?: string;
  detail_en?: string;
  tasks?: { kind: string; line: number; amount: string; detail: string; detail_en: string }[];
}

/** Why the service did not take a command. */
export interface Problem {
  status: number;
  type: string;
  title: string;
  detail: string;
  detail_en: string;
}

/** Something that happened at this till. It is kept, byte for byte, until long after the service has it. */
export interface Command {
  /** The order in which they were made. */
  n: number;
  /** The `Idempotency-Key`, and the id of what it makes. */
  id: string;
  enrolment: string;
  seq: number;
  kind: FactKind;
  bytes: Uint8Array;
  /** The shift that it belongs to, on this device. */
  shift: string | null;
  at: number;
  /** What screens want to know of it without reading its bytes, e.g. the total of a sale. */
  about: Record<string, unknown>;
  state: 'waiting' | 'help' | 'delivered';
  /** How often the service broke over it. */
  faults: number;
  answer: FactAnswer | null;
  problem: Problem | null;
}

export interface Shift {
  id: string;
  /** By the device's clock. */
  openedAt: number;
}

/** Which screen stands, so that a reload comes back to it. */
export interface Place {
  screen: Screen;
  /** The document that the screen is about, e.g. the sale whose receipt is shown. */
  document?: string;
}

/** What screens have begun; `null` once it is reported. */
type Begun = { [K in keyof Drafts]: Drafts[K] | null };

/** The single things. A screen with something of its own to keep adds a name here. */
export interface Kept extends Begun {
  enrolment: string;
  seller: string | null;
  shift: Shift | null;
  place: Place;
  shop: Shop;
  order: Order | null;
  held: Order[];
  lease: { holder: string; until: number };
}

interface Schema extends DBSchema {
  enrolments: { key: string; value: Enrolment };
  commands: { key: number; value: Command; indexes: { id: string; state: string; shift: string } };
  kept: { key: keyof Kept; value: Kept[keyof Kept] };
}

export type Device = IDBPDatabase<Schema>;
export type Writing = IDBPTransaction<Schema, ('enrolments' | 'commands' | 'kept')[], 'readwrite'>;

export function openDevice(name = 'gezi-till'): Promise<Device> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('enrolments', { keyPath: 'key' });
      const commands = db.createObjectStore('commands', { keyPath: 'n', autoIncrement: true });
      commands.createIndex('id', 'id', { unique: true });
      commands.createIndex('state', 'state');
      commands.createIndex('shift', 'shift');
      db.createObjectStore('kept');
    },
    // A newer page must not wait for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/** All or nothing, and on the disk when it is done. */
export const writing = (db: Device): Writing => db.transaction(['enrolments', 'commands', 'kept'], 'readwrite', { durability: 'strict' });

export async function kept<K extends keyof Kept>(db: Device, name: K): Promise<Kept[K] | undefined> {
  return (await db.get('kept', name)) as Kept[K] | undefined;
}

export async function keep(db: Device, things: Partial<Kept>): Promise<void> {
  const tx = db.transaction('kept', 'readwrite');
  for (const [name, value] of Object.entries(things)) void tx.store.put(value as Kept[keyof Kept], name as keyof Kept);
  // At once, not when the page hears that all was put: a reload in between would take it back.
  tx.commit();
  await tx.done;
}
