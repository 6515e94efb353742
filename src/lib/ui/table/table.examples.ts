/** Table, Tabs and the other pieces of the desk, on one page. */
import type { Examples } from '../example.ts';
import DeskExample from './DeskExample.svelte';

export const examples: Examples = () => [{ name: 'desk', show: DeskExample, screen: true }];
