/** The pictures that are on almost every screen: the way through, and the ways to answer. Carried by the first screen. */
import { block, round, type Drawing } from '../drawing.ts';

/** The pictures of this group by name: feelings, ways of answering and what stands on every screen. */
export const core = {
	leave: [
		['none', 'M54 17H29a7 7 0 0 0-7 7v52a7 7 0 0 0 7 7h25'],
		['none', 'M43 50h41M68 33l17 17-17 17']
	],
	next: [['none', 'M19 50h60M55 25l25 25-25 25']],
	back: [['none', 'M81 50H21M45 25L20 50l25 25']],
	tick: [['none', 'M19 53l21 21 41-47']],
	hear: [
		['sun', 'M17 40h15l20-17v54L32 60H17a3 3 0 0 1-3-3V43a3 3 0 0 1 3-3Z'],
		['none', 'M64 38c7 6 7 18 0 24M75 27c15 12 15 34 0 46']
	],
	advocate: [
		['plum', 'M9 88c0-20 9-29 24-29s24 9 24 29Z'],
		['white', round(33, 38, 15)],
		['sun', 'M57 14h28a7 7 0 0 1 7 7v17a7 7 0 0 1-7 7H75l-11 11V45h-7a7 7 0 0 1-7-7V21a7 7 0 0 1 7-7Z'],
		['none', 'M62 26h18M62 34h11']
	],
	'dont-know': [
		['none', 'M31 37c0-13 8-21 19-21s20 8 20 19c0 15-20 15-20 32'],
		['dot', round(50, 84, 3)]
	],
	skip: [
		['plum', 'M18 28c0-3 3-4 5-3l29 23c1 1 1 3 0 4L23 75c-2 1-5 0-5-3Z'],
		['plum', 'M52 28c0-3 3-4 5-3l29 23c1 1 1 3 0 4L57 75c-2 1-5 0-5-3Z']
	],
	draw: [
		['sun', 'M21 67L63 22c3-3 7-3 10 0l6 6c3 3 3 7 0 10L36 81l-19 4Z'],
		['none', 'M56 30l15 15M21 67l15 14'],
		['none', 'M52 87c6-5 10-5 15 0s10 4 16-1']
	],
	talk: [
		['coral', block(36, 12, 28, 48, 14)],
		['none', 'M23 46c0 17 11 27 27 27s27-10 27-27M50 73v15M34 88h32']
	],
	type: [
		['sky', block(9, 27, 82, 48, 9)],
		['none', 'M23 41h1M37 41h1M50 41h1M63 41h1M76 41h1M23 51h1M37 51h1M50 51h1M63 51h1M76 51h1M33 62h34']
	],
	language: [
		['sky', round(50, 50, 36)],
		['none', 'M14 50h72M50 14c-13 10-18 22-18 36s5 26 18 36c13-10 18-22 18-36s-5-26-18-36Z']
	],
	settings: [
		['none', 'M14 28h26M62 28h24M14 50h44M80 50h6M14 72h12M48 72h38'],
		['sun', round(51, 28, 9)],
		['leaf', round(69, 50, 9)],
		['coral', round(37, 72, 9)]
	],
	lock: [
		['none', 'M31 46V33c0-12 8-20 19-20s19 8 19 20v13'],
		['sun', block(20, 45, 60, 42, 9)],
		['none', 'M50 61v10']
	],
	'put-away': [
		['sun', 'M16 57h68v26a6 6 0 0 1-6 6H22a6 6 0 0 1-6-6Z'],
		['white', 'M16 57l9-16h50l9 16Z'],
		['none', 'M41 70h18M50 8v22M39 20l11 11 11-11']
	]
} as const satisfies Readonly<Record<string, Drawing>>;
