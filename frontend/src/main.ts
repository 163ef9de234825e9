// The entry point that Vite builds from: styles, and the application mounted into index.html.
import { mount } from 'svelte';
import App from './App.svelte';
import './styles/app.css';

mount(App, { target: document.getElementById('app')! });
