/** The eight colours stay apart for every eye: simulated by Machado, Oliveira and Fernandes (2009), compared in OKLab. */
import { describe, expect, it } from 'vitest';
import { colourIds } from '../picture-model.ts';
import { colours } from './colours.ts';

type Triple = readonly [number, number, number];

const seenBy: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
	'most eyes': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

const linear = (hex: string, at: number) => {
	const value = parseInt(hex.slice(at, at + 2), 16) / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const times = (rows: readonly Triple[], [a, b, c]: Triple) =>
	rows.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

function okLab(rgb: Triple): Triple {
	const cone = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005]
		],
		rgb
	).map(Math.cbrt) as unknown as Triple;
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766]
		],
		cone
	);
}

/** About five times what is just seen as another colour. */
const apart = 0.1;

describe.each(Object.entries(seenBy))('to %s', (_, matrix) => {
	const seen = colourIds.map((id) => {
		const rgb: Triple = [linear(colours[id], 1), linear(colours[id], 3), linear(colours[id], 5)];
		return {
			id,
			lab: okLab(times(matrix, rgb).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple)
		};
	});

	it(`every two of the eight are at least ${apart} apart`, () => {
		const near = seen.flatMap((one, at) =>
			seen.slice(at + 1).flatMap((other) => {
				const distance = Math.hypot(...one.lab.map((value, axis) => value - (other.lab[axis] ?? 0)));
				return distance < apart ? [`${one.id} and ${other.id}: ${distance.toFixed(3)}`] : [];
			})
		);
		expect(near).toEqual([]);
	});
});
