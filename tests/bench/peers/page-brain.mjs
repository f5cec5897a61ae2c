import { recurrent } from 'brain.js/dist/browser.js';

globalThis.page = recurrent.LSTM;
