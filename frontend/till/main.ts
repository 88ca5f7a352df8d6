import '../lib/tokens.css';
import './till.css';
import './screens.css';
import './widths.css';
import './selling.css';
import './counter.css';
import '../lib/components.css';
import { start } from '../lib/start';
import App from './App.svelte';

void start(App);
