// @vitest-environment node
// The same file is read by the Rust side (app::facts::in_sequence), which makes the same hash of the same bytes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyHash, receiptToken, seal } from '../../../till/device/envelope';
import type { FactKind } from '../../../till/device/db';

interface Vector { kind: FactKind; at: string; bytes: string; hash: string; till_id: string; epoch: number; seq: number; prev_hash: string; clock_offset_ms: number; actor: string; receipt_token: string; id: string; body: object }
const vector = JSON.parse(readFileSync('../tests/fixtures/till-envelope.json', 'utf8')) as Vector;

test('the envelope’s bytes and their hash are those of the vector', () => {
  const by = {
    key: '', token: '', coop: '', name: '', site: '', revoked: false, unknown: false, missingSeq: null,
    tillId: vector.till_id, epoch: vector.epoch, nextSeq: vector.seq, lastHash: vector.prev_hash, clockOffsetMs: vector.clock_offset_ms,
  };
  const fact = { kind: vector.kind, id: vector.id, actor: vector.actor, receiptToken: vector.receipt_token, body: vector.body };
  const bytes = seal(fact, by, new Date(vector.at));
  expect(new TextDecoder().decode(bytes)).toBe(vector.bytes);
  expect(bodyHash(vector.kind, bytes)).toBe(vector.hash);
});

test('a receipt’s token is one that the service takes, and no two are alike', () => {
  expect(receiptToken()).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(receiptToken()).not.toBe(receiptToken());
});
