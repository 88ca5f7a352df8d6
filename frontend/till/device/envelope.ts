// The envelope of till-command, and the hash that chains one command to the next. The service makes the same of the same bytes.
import { sha256 } from '@noble/hashes/sha2.js';
import type { Enrolment, FactKind } from './db';

export const FIRST_HASH = '0'.repeat(64);

const ADDRESSES: Record<FactKind, string> = {
  shift_opened: '/api/v1/shift-openings',
  sale: '/api/v1/sales',
  refund: '/api/v1/refunds',
  cash_moved: '/api/v1/cash-movements',
  shift_closed: '/api/v1/shift-closings',
};
export const addressOf = (kind: FactKind): string => ADDRESSES[kind];

/** What happened, as a screen says it. `Body` is the wire's own, e.g. `NewSale`. */
export interface Fact<Body extends object = object> {
  kind: FactKind;
  /** The id of what it makes; a screen that may be reloaded chose it before. */
  id: string;
  /** Who stands at the till. */
  actor: string;
  /** A closing says the last number before it, which is known only while it is recorded. */
  body: Body | ((lastSeq: number) => Body);
  receiptToken?: string;
  /** A helper's single-use approval. */
  approval?: string;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes that are sent, and sent again unchanged. */
export function seal(fact: Fact, by: Enrolment, now: Date): Uint8Array {
  const envelope = {
    till_id: by.tillId,
    epoch: by.epoch,
    seq: by.nextSeq,
    prev_hash: by.lastHash,
    occurred_at: now.toISOString(),
    clock_offset_ms: by.clockOffsetMs,
    actor: fact.actor,
    receipt_token: fact.receiptToken,
    approval: fact.approval,
    body: typeof fact.body === 'function' ? (fact.body as (lastSeq: number) => object)(by.nextSeq - 1) : fact.body,
  };
  return new TextEncoder().encode(JSON.stringify(envelope));
}

/** SHA-256 over the kind and the bytes, in hexadecimal. It is synchronous, because a transaction of IndexedDB does not wait. */
export function bodyHash(kind: FactKind, bytes: Uint8Array): string {
  return hex(sha256.create().update(new TextEncoder().encode(kind)).update(bytes).digest());
}

/** The envelope of a kept command, read back. */
export function opened<Body>(bytes: Uint8Array): { actor: string; occurred_at: string; receipt_token?: string; seq: number; body: Body } {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Behind the receipt's QR code: 22 letters and digits that nobody can guess (132 bits). */
export function receiptToken(random: Uint8Array = crypto.getRandomValues(new Uint8Array(22))): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(random, (byte) => letters[byte & 63]).join('');
}
