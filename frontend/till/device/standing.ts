// Where this till stands by the service's word (`GET /till`), held against what lies here.
import type { Schemas } from '../../lib/api/client';
import type { Command, Device, Enrolment, Kept } from './db';
import { writing } from './db';

export type TillState = Schemas['TillState'];

export interface Reconciled {
  enrolment: Enrolment;
  /** Numbers of delivered commands that the service no longer has: they are sent again. */
  again: number[];
  /** The service's open shift, where it knows all that we do; `undefined`: our own word is newer. */
  shift: { id: string } | null | undefined;
}

/** Decides; `ours` are all commands of this enrolment that lie here. */
export function reconcile(enrolment: Enrolment, ours: Pick<Command, 'seq' | 'state' | 'answer'>[], state: TillState, offsetMs: number): Reconciled {
  const next = { ...enrolment, name: state.name, site: state.site, coop: state.coop, clockOffsetMs: offsetMs, revoked: state.revoked, unknown: false, missingSeq: null as number | null };
  const ahead = Math.max(state.next_seq, (state.highest_early_seq ?? 0) + 1);
  if (ahead > enrolment.nextSeq) {
    // What was numbered elsewhere (this device was set back to an older copy) stays theirs: we go on behind it.
    next.nextSeq = ahead;
    next.lastHash = state.last_hash;
  }
  const again: number[] = [];
  if (state.next_seq < enrolment.nextSeq) {
    for (const { seq, state: at, answer } of ours) if (at === 'delivered' && seq >= state.next_seq && answer?.state !== 'early') again.push(seq);
    const first = ours.find(({ seq }) => seq === state.next_seq);
    if (!first) next.missingSeq = state.next_seq;
  }
  const allTold = state.next_seq === enrolment.nextSeq && ours.every((command) => command.state === 'delivered');
  return { enrolment: next, again, shift: allTold || ahead > enrolment.nextSeq ? (state.open_shift_id ? { id: state.open_shift_id } : null) : undefined };
}

/** Takes the service's word into the device, in one breath with what lies here. */
export async function settle(db: Device, key: string, state: TillState, offsetMs: number): Promise<void> {
  const tx = writing(db);
  const enrolments = tx.objectStore('enrolments');
  const enrolment = await enrolments.get(key);
  if (!enrolment) return;
  const all = await tx.objectStore('commands').getAll();
  const ours = all.filter((command) => command.enrolment === key);
  const { enrolment: next, again, shift } = reconcile(enrolment, ours, state, offsetMs);
  await enrolments.put(next);
  for (const command of ours) if (again.includes(command.seq)) await tx.objectStore('commands').put({ ...command, state: 'waiting' });
  if (shift !== undefined) {
    const things = tx.objectStore('kept');
    const before = (await things.get('shift')) as Kept['shift'] | undefined;
    if (before?.id !== shift?.id) await things.put(shift && { id: shift.id, openedAt: Date.now() }, 'shift');
  }
  await tx.done;
}
