import { mount } from 'svelte';
import App from './app/App.svelte';
import './app/theme.css';
import { installTrustedTypes } from './app/trusted-types.ts';
import { keepOffline } from './offline/register.ts';

installTrustedTypes();

const target = document.getElementById('app');
if (target) mount(App, { target });

if (import.meta.env.PROD && import.meta.env.MODE !== 'incident') void keepOffline();
