/** Drawings. */
import type { Drawing } from '../drawing.ts';

export const marks: Readonly<Record<string, Drawing>> = {};
