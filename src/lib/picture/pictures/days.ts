/** Drawings. */
import type { Drawing } from '../drawing.ts';

export const days: Readonly<Record<string, Drawing>> = {};
