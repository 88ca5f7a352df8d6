// The component of each screen. A new screen: its name in ../screens.ts, its component here; it takes no props and speaks to `till`.
import type { Component } from 'svelte';
import type { Screen } from '../screens';
import Change from './Change.svelte';
import Close from './Close.svelte';
import Drawer from './Drawer.svelte';
import Enrol from './Enrol.svelte';
import Help from './Help.svelte';
import Open from './Open.svelte';
import Pay from './Pay.svelte';
import Receipt from './Receipt.svelte';
import Refund from './Refund.svelte';
import Report from './Report.svelte';
import Sales from './Sales.svelte';
import Sell from './Sell.svelte';
import Who from './Who.svelte';

export const SCREENS: Record<Screen, Component> = {
  enrol: Enrol, who: Who, open: Open, sell: Sell, pay: Pay, change: Change, receipt: Receipt, sales: Sales, drawer: Drawer, refund: Refund, close: Close, report: Report, help: Help,
};
