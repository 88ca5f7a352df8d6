import '../lib/tokens.css';
import '../lib/house.css';
import '../lib/components.css';
import '../lib/forms.css';
import './portal.css';
import { start } from '../lib/start';
import App from './App.svelte';

void start(App);
