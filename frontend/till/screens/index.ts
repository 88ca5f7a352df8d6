// The component of each screen. A new screen: its name in ../screens.ts, its component here; it takes no props and speaks to `till`.
import type { Component } from 'svelte';
import type { Screen } from '../screens';
import Enrol from './Enrol.svelte';
import Open from './Open.svelte';
import Sell from './Sell.svelte';
import Who from './Who.svelte';

export const SCREENS: Partial<Record<Screen, Component>> = { enrol: Enrol, who: Who, open: Open, sell: Sell };
