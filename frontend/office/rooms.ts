// The nine rooms: which cell, which address, who may enter, and where its screens lie. A room is fetched when somebody enters it.
import type { Component } from 'svelte';
import { language } from '../lib/language.svelte';
import { session } from './session';

type Fetched = Promise<{ default: Component }>;

export interface Room {
  /** The key that leads there, and the cell of the lattice. */
  cell: number;
  /** The first part of its addresses: `/office/<name>/…`; today is at `/office/`. */
  name: RoomName;
  /** One of these, for the whole cooperative, opens it. */
  needs: readonly string[];
  open: () => Fetched;
}

export type RoomName = 'today' | 'sales' | 'shifts' | 'entries' | 'trial-balance' | 'agreements' | 'statements' | 'settings' | 'repair';

/** Its words belong to a room and arrive with it. */
const fetched = (fetch: () => Fetched) => async () => {
  const screens = await fetch();
  await language.settled();
  return screens;
};

const room = (cell: number, name: RoomName, needs: readonly string[], fetch: () => Fetched): Room => ({ cell, name, needs, open: fetched(fetch) });

export const ROOMS: readonly Room[] = [
  room(1, 'today', ['ReadBooks'], () => import('./rooms/today/Room.svelte')),
  room(2, 'sales', ['ReadSales'], () => import('./rooms/sales/Room.svelte')),
  room(3, 'shifts', ['ReadBooks'], () => import('./rooms/shifts/Room.svelte')),
  room(4, 'entries', ['ReadBooks'], () => import('./rooms/entries/Room.svelte')),
  room(5, 'trial-balance', ['ReadBooks'], () => import('./rooms/trial-balance/Room.svelte')),
  room(6, 'agreements', ['ReadAgreements'], () => import('./rooms/agreements/Room.svelte')),
  room(7, 'statements', ['ReadStatements'], () => import('./rooms/statements/Room.svelte')),
  room(8, 'settings', ['SetUpShop', 'ReadPeople', 'ManageTills', 'ManagePeople'], () => import('./rooms/settings/Room.svelte')),
  room(9, 'repair', ['ReadRepairs'], () => import('./rooms/repair/Room.svelte')),
];

/** Where a first cooperative is founded: no room of the lattice, because there is no office yet. */
export const FOUNDING: Pick<Room, 'open'> = { open: fetched(() => import('./rooms/founding/Room.svelte')) };

export const path = (room: Room): string => (room.name === 'today' ? '' : room.name);
export const mayEnter = (room: Room): boolean => room.needs.some((permission) => session.may(permission));

/** The room that an address leads into. */
export function roomAt(address: string): Room | undefined {
  const first = address.split('/').find(Boolean) ?? 'today';
  return ROOMS.find(({ name }) => name === first);
}
