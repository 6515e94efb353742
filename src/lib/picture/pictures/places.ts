/** Drawings. */
import type { Drawing } from '../drawing.ts';

export const places: Readonly<Record<string, Drawing>> = {};
