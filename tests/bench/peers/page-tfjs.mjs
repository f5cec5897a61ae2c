import '@tensorflow/tfjs-backend-cpu';
import { ready, train } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';

globalThis.page = { ready, train, layers, sequential };
