/** Drawings. */
import type { Drawing } from '../drawing.ts';

export const talks: Readonly<Record<string, Drawing>> = {};
