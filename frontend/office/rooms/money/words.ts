import { speak } from '../../../lib/language.svelte';
import zh from './messages/zh-CN';

export const words = speak(zh, () => import('./messages/en'));
