import { speak } from './language.svelte';
import zh from './messages/zh-CN';

export const words = speak(zh, () => import('./messages/en'));
