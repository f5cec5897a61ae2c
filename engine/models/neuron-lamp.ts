import { neuron } from '../cells/neuron.ts';
import { lamp } from '../heads/lamp.ts';
import { join } from '../program/join.ts';

/** The network of chapter 1: five numbers w, u, b, a, c. */
export const neuronLamp = join(neuron, lamp);
