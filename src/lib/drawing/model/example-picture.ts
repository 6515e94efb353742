/** A picture with every kind of item, for the gallery and the tests. */
import type { Picture, Stroke } from '../picture-model.ts';

/** A wave from (x, y), `count` points long. */
export function wave(x: number, y: number, count: number, of: Omit<Stroke, 'kind' | 'points'>): Stroke {
	const points = [x, y];
	let [lastX, lastY] = [0, 0];
	for (let at = 1; at < count; at++) {
		const [nowX, nowY] = [at * 14, Math.round(160 * Math.sin(at / 7))];
		points.push(nowX - lastX, nowY - lastY);
		[lastX, lastY] = [nowX, nowY];
	}
	return { kind: 'stroke', ...of, points };
}

/** The picture. */
export const examplePicture: Picture = {
	v: 1,
	shape: 'wide',
	face: { skin: 4, hair: 'curls', hairTone: 'black', ground: 'sun', clothTone: 'sky' },
	words: 'Me and my dog at the park.',
	pages: [
		{
			background: 'garden',
			items: [
				{ kind: 'sticker', picture: 'house', x: 900, y: 1400, size: 1300 },
				{ kind: 'sticker', picture: 'face-good', x: 2000, y: 2000, size: 800 },
				{ kind: 'sticker', picture: 'pet', x: 2900, y: 2250, size: 650 },
				{ kind: 'form', form: 'heart', colour: 'red', fill: 'red', x: 2500, y: 1500, across: 300, down: 300 },
				{
					kind: 'form',
					form: 'star',
					colour: 'black',
					fill: 'yellow',
					x: 1800,
					y: 500,
					across: 500,
					down: 500
				},
				{ kind: 'written', words: 'My dog Bela', colour: 'blue', x: 2900, y: 2750, size: 260 },
				wave(400, 2700, 100, { brush: 'pen', colour: 'black', width: 48 }),
				wave(2300, 700, 90, { brush: 'felt', colour: 'purple', width: 110 }),
				wave(300, 500, 80, { brush: 'crayon', colour: 'green', width: 170 }),
				{
					kind: 'stroke',
					brush: 'pen',
					colour: 'brown',
					width: 48,
					points: [3200, 1000, 300, 100, 100, 300, -300, 200, -300, -200, 50, -350, 140, -60],
					force: [20, 60, 90, 100, 60, 40, 20],
					fill: 'orange'
				}
			]
		}
	]
};
