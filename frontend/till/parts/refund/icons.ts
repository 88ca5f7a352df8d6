import type { IconName } from '../../../lib/components/Icon.svelte';
import type { Reason } from '../../refund/draft';

export const ICONS: Record<Reason, IconName> = { broken: 'broken', unsuitable: 'shirt', wrong_goods: 'swap', overcharged: 'paper', unwanted: 'heart', other: 'dots' };
