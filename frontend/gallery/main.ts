import '../lib/tokens.css';
import '../lib/components.css';
import './gallery.css';
import { start } from '../lib/start';
import App from './App.svelte';
import { dress } from './look';

void dress().then(() => start(App));
