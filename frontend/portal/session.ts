// Who looks at their own grid, and the portal's one router.
import { Router } from '../lib/router.svelte';
import { Session } from '../lib/session.svelte';

export const session = new Session();
export const api = session.api;
export const router = new Router('/portal/');
