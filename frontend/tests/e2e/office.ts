// The office at work behind a test: what somebody there would do on their own screen, done through the API.
import { expect, request, type APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { components } from '../../lib/api/schema';
import type { Service } from './service';

export class Office {
  readonly #api: APIRequestContext;
  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  static async of(service: Service, name: string): Promise<Office> {
    const door = await request.newContext({ baseURL: service.url });
    const answer = await door.post('/api/v1/sign-in', { data: { coop: service.coop, name, password: service.passwords[name] } });
    expect(answer.status(), await answer.text()).toBe(200);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await door.dispose();
    return new Office(await request.newContext({ baseURL: service.url, extraHTTPHeaders: { authorization: `Bearer ${token}` } }));
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.#api.get(`/api/v1${path}`);
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
    return (await answer.json()) as T;
  }

  /** Makes something: `key` is the id of what is made. */
  async make(path: string, data: object, key: string = randomUUID()): Promise<string> {
    const answer = await this.#api.post(`/api/v1${path}`, { data, headers: { 'idempotency-key': key } });
    expect([200, 201], `${path}: ${await answer.text()}`).toContain(answer.status());
    return key;
  }

  /** For what is answered without words. */
  async send(path: string, data: object): Promise<void> {
    const answer = await this.#api.post(`/api/v1${path}`, { data });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(204);
  }

  async ask<T>(path: string, data: object): Promise<T> {
    const answer = await this.#api.post(`/api/v1${path}`, { data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** A till of its own for a test, at the first site, and the code that lets a device in. */
  async newTill(name: string): Promise<{ id: string; code: string }> {
    const { items } = await this.get<{ items: components['schemas']['SiteView'][] }>('/sites');
    const id = await this.make('/tills', { site_id: items[0]!.id, name });
    const { code } = await this.ask<components['schemas']['TillCode']>('/till-codes', { till_id: id });
    return { id, code };
  }
}
