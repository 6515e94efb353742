/** MarkPad: with a mark. */
import type { Examples } from '../example.ts';
import MarkExample from './MarkExample.svelte';

export const examples: Examples = () => [{ name: 'drawn', show: MarkExample }];
