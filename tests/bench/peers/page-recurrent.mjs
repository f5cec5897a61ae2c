import { Graph, LSTM } from 'recurrent-js';

globalThis.page = { Graph, LSTM };
