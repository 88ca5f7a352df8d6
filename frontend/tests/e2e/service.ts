// A service of one's own: the debug build with the demo cooperative and a week of trade behind it, on SQLite, or on the PostgreSQL that
// scripts/with-postgres.sh names in GEZI_TEST_POSTGRES. It prints its sign-ins at its start; here they are read.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface Service {
  url: string;
  /** The cooperative's code, asked for at sign-in. */
  coop: string;
  /** What somebody signs in with, by name: organiser, treasurer, helper, auditor, guardian, supporter, h01. */
  passwords: Record<string, string>;
  helperPin: string;
  /** Every entry and document is checked against every other one: `gezi verify`. */
  verify(): Promise<void>;
  stop(): Promise<void>;
}

const BINARY = resolve(process.env.GEZI_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? '../target', 'debug/gezi'));
const A_WEEK = '7';
const START_MS = 60_000;

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/** A database in the PostgreSQL at hand; its `createdb` lies beside pgbench, which scripts/with-postgres.sh names. */
function postgres(server: string): string {
  const name = `browser_${process.pid}_${Date.now().toString(36)}`;
  const createdb = process.env.PGBENCH ? join(dirname(process.env.PGBENCH), 'createdb') : 'createdb';
  execFileSync(createdb, ['--maintenance-db', server, name]);
  return server.replace(/\/[^/]*$/, `/${name}`);
}

export async function startService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'gezi-browser-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = process.env.GEZI_TEST_POSTGRES;
  const database = server ? postgres(server) : `sqlite:${join(folder, 'gezi.db')}`;
  const env = { ...process.env, GEZI_DATA: join(folder, 'data'), GEZI_DEMO_DAYS: A_WEEK };
  const child = spawn(BINARY, ['serve', '--demo', '--listen', `127.0.0.1:${port}`, '--database', database], { env, stdio: ['ignore', 'pipe', 'pipe'] });

  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await new Promise<void>((ready, failed) => {
    const tooLong = setTimeout(() => failed(new Error(`the service was not ready after ${START_MS} ms:\n${said}`)), START_MS);
    child.stdout.on('data', (text) => {
      said += text;
      if (!/^ready: /m.test(said)) return;
      clearTimeout(tooLong);
      ready();
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the service ended with ${code}:\n${said}`)));
  });

  const passwords = Object.fromEntries([...said.matchAll(/^ +(\w+) +((?:\w{4}-){3}\w{4}) /gm)].map(([, name, password]) => [name, password]));
  const helperPin = /PIN\s+(\d{6})/.exec(said)?.[1];
  const coop = /coop "([^"]+)"/.exec(said)?.[1];
  if (!helperPin || !coop || !passwords.treasurer) throw new Error(`the service does not say how to sign in:\n${said}`);

  return {
    url,
    coop,
    passwords,
    helperPin,
    async verify() {
      await promisify(execFile)(BINARY, ['verify', '--database', database, '--data', env.GEZI_DATA]);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A service without any cooperative, and the code with which one is founded in it. */
export async function startEmpty(): Promise<{ url: string; setupCode: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gezi-empty-'));
  const port = await freePort();
  const args = ['serve', '--listen', `127.0.0.1:${port}`, '--database', `sqlite:${join(folder, 'gezi.db')}`];
  const child = spawn(BINARY, args, { env: { ...process.env, GEZI_DATA: join(folder, 'data') }, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let said = '';
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (text) => {
      said += text;
      if (/^ready: /m.test(said)) ready();
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the service ended with ${code}:\n${said}`)));
  });
  const setupCode = /setup code ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(said)?.[1];
  if (!setupCode) throw new Error(`the service shows no setup code:\n${said}`);
  return {
    url: `http://127.0.0.1:${port}`,
    setupCode,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
