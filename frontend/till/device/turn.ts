// One tab at a time. Where the browser has locks we use them; on plain HTTP in a shop's network it has none, and a lease in
// IndexedDB does: whoever holds it says until when, and a tab that died loses it by itself.
import { kept, type Device } from './db';

const LEASE_MS = 45_000;
const ME = Math.random().toString(36).slice(2);

/** Runs `work` if it is our turn; else does nothing. `still` prolongs the turn and tells whether we have it. */
export async function inTurn(db: Device, work: (still: () => Promise<boolean>) => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) {
    await locks.request('gezi-till-send', { ifAvailable: true }, async (lock) => {
      if (lock) await work(async () => true);
    });
    return;
  }
  if (await lease(db, ME)) {
    try {
      await work(() => lease(db, ME));
    } finally {
      await giveBack(db, ME);
    }
  }
}

export async function lease(db: Device, holder: string, now = Date.now()): Promise<boolean> {
  const tx = db.transaction('kept', 'readwrite');
  const held = (await tx.store.get('lease')) as { holder: string; until: number } | undefined;
  const free = !held || held.holder === holder || held.until < now || held.until > now + 2 * LEASE_MS; // the last: a clock that was set back
  if (free) await tx.store.put({ holder, until: now + LEASE_MS }, 'lease');
  await tx.done;
  return free;
}

async function giveBack(db: Device, holder: string): Promise<void> {
  if ((await kept(db, 'lease'))?.holder === holder) await db.delete('kept', 'lease');
}
