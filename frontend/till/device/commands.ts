// The one door to a fact: it gets its number and its hash, and is on the disk before a screen shows it.
import { keep, kept, writing, type Command, type Device, type Enrolment, type Kept } from './db';
import { FIRST_HASH, bodyHash, seal, type Fact } from './envelope';

/** What is kept or forgotten in the same breath as the fact, and what must still stand for it to be told. */
export interface Alongside {
  shift: string | null;
  about?: Record<string, unknown>;
  keep?: Partial<Kept>;
  /** The order that is paid. If another tab has paid or changed it for another, nothing is recorded. */
  onlyIfOrder?: string;
}

/** Not enrolled: there is nobody to number a command for. */
export class NotEnrolled extends Error {}

/** Records a fact. `null`: another tab was faster, nothing was recorded. */
export async function record(db: Device, fact: Fact, alongside: Alongside, now = new Date()): Promise<Command | null> {
  const tx = writing(db);
  const things = tx.objectStore('kept');
  const commands = tx.objectStore('commands');
  if (alongside.onlyIfOrder !== undefined) {
    const order = (await things.get('order')) as Kept['order'] | undefined;
    if (order?.id !== alongside.onlyIfOrder) return null;
  }
  if ((await commands.index('id').getKey(fact.id)) !== undefined) return null;
  const by = await tx.objectStore('enrolments').get(((await things.get('enrolment')) as string | undefined) ?? '');
  if (!by) throw new NotEnrolled();

  const bytes = seal(fact, by, now);
  const command: Omit<Command, 'n'> = {
    id: fact.id, enrolment: by.key, seq: by.nextSeq, kind: fact.kind, bytes, shift: alongside.shift, at: now.getTime(),
    about: alongside.about ?? {}, state: 'waiting', faults: 0, answer: null, problem: null,
  };
  const n = await commands.add(command as Command);
  await tx.objectStore('enrolments').put({ ...by, nextSeq: by.nextSeq + 1, lastHash: bodyHash(fact.kind, bytes) });
  for (const [name, value] of Object.entries(alongside.keep ?? {})) await things.put(value as Kept[keyof Kept], name as keyof Kept);
  await tx.done;
  return { ...command, n };
}

/** A till that was let in. What an earlier enrolment left unsent stays and is still delivered. */
export async function adopt(db: Device, enrolled: { till_id: string; epoch: number; token: string }, coop: string): Promise<Enrolment> {
  const key = `${enrolled.till_id}/${enrolled.epoch}`;
  const enrolment: Enrolment = {
    key, tillId: enrolled.till_id, epoch: enrolled.epoch, token: enrolled.token, coop, name: '', site: '', nextSeq: 1, lastHash: FIRST_HASH,
    clockOffsetMs: 0, revoked: false, unknown: false, missingSeq: null,
  };
  await db.put('enrolments', enrolment);
  await keep(db, { enrolment: key, shift: null, seller: null, place: { screen: 'who' } });
  return enrolment;
}

export async function currentEnrolment(db: Device): Promise<Enrolment | null> {
  return (await db.get('enrolments', (await kept(db, 'enrolment')) ?? '')) ?? null;
}

/** The service did not know this enrolment's token: nothing is sent with it until it knows it again, or there is another. */
export async function markUnknown(db: Device, key: string): Promise<void> {
  const tx = db.transaction('enrolments', 'readwrite');
  const enrolment = await tx.store.get(key);
  if (enrolment) await tx.store.put({ ...enrolment, unknown: true });
  await tx.done;
}

export const unsent = (db: Device): Promise<Command[]> => db.getAllFromIndex('commands', 'state', 'waiting');
export const needingHelp = (db: Device): Promise<Command[]> => db.getAllFromIndex('commands', 'state', 'help');
/** What happened in a shift, in order. */
export const ofShift = (db: Device, shift: string): Promise<Command[]> => db.getAllFromIndex('commands', 'shift', shift);
/** All that is kept of one kind, the latest first. */
export const ofKind = async (db: Device, kind: Command['kind']): Promise<Command[]> =>
  (await db.getAll('commands')).filter((command) => command.kind === kind).reverse();
export const commandById = (db: Device, id: string): Promise<Command | undefined> => db.getFromIndex('commands', 'id', id);

/** How long a delivered command is kept: a service that was restored from an older copy can be told again. */
const KEPT_MS = 14 * 86_400_000;

/** Forgets what the service has had for two weeks. What it does not have is never forgotten. */
export async function prune(db: Device, now = Date.now()): Promise<void> {
  const tx = db.transaction('commands', 'readwrite');
  for await (const cursor of tx.store.index('state').iterate('delivered')) if (cursor.value.at < now - KEPT_MS) await cursor.delete();
  await tx.done;
}
