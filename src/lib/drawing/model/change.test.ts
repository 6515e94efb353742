import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { emptyPicture, type Item, type Picture } from '../picture-model.ts';
import * as change from './change.ts';
import { examplePicture } from './example-picture.ts';
import { beginHistory, putBack, record, steps, takeBack } from './history.ts';
import { most } from './limits.ts';
import { boxOf, middleOf, placeIds, placeOf, settle } from './place.ts';

const house: Item = { kind: 'sticker', picture: 'house', x: 2000, y: 1500, size: 800 };
const items = (picture: Picture) => picture.pages[0]?.items ?? [];

/** Anything that can be done to a picture. */
const act = fc.oneof(
	fc.constant((picture: Picture) => change.addItem(picture, 0, house)),
	fc.constant((picture: Picture) => change.addPage(picture)),
	fc
		.constantFrom('garden' as const, 'night' as const)
		.map((id) => (picture: Picture) => change.setBackground(picture, 0, id)),
	fc.nat(12).map((at) => (picture: Picture) => change.removeItem(picture, 0, at)),
	fc.nat(12).map((at) => (picture: Picture) => change.sizeItem(picture, 0, at, 1)),
	fc.nat(12).map((at) => (picture: Picture) => change.nudgeItem(picture, 0, at, 1, -1, 100)),
	fc.nat(12).map((at) => (picture: Picture) => change.layItem(picture, 0, at, 'back')),
	fc.nat(12).map((at) => (picture: Picture) => change.fillItem(picture, 0, at, 'blue')),
	fc.string().map((said) => (picture: Picture) => change.setWords(picture, 'words', said))
);

describe('taking back', () => {
	it('gives back every picture as it was, and putting back the last one', () => {
		fc.assert(
			fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
				const seen: Picture[] = [examplePicture];
				let history = beginHistory(examplePicture);
				for (const one of acts) {
					const next = one(history.now);
					if (next !== history.now) seen.push(next);
					history = record(history, next);
				}
				for (const before of seen.slice(0, -1).reverse()) {
					history = takeBack(history);
					expect(history.now).toBe(before);
				}
				expect(takeBack(history)).toBe(history);
				for (let at = 1; at < seen.length; at++) history = putBack(history);
				expect(history.now).toBe(seen.at(-1));
			})
		);
	});

	it('goes back at least fifty steps, and does not grow for ever', () => {
		let history = beginHistory(emptyPicture('wide'));
		for (let at = 0; at < 500; at++) history = record(history, change.addItem(history.now, 0, house));
		expect(history.past.length).toBe(steps);
		expect(steps).toBeGreaterThanOrEqual(50);
	});

	it('forgets what was taken back once something new is done', () => {
		let history = record(beginHistory(examplePicture), change.addPage(examplePicture));
		history = record(takeBack(history), change.setBackground(examplePicture, 0, 'beach'));
		expect(putBack(history)).toBe(history);
	});
});

describe('changes', () => {
	it('never change the picture that they are given', () => {
		const before = structuredClone(examplePicture);
		fc.assert(fc.property(act, (one) => void one(examplePicture)));
		expect(examplePicture).toEqual(before);
	});

	it('move the middle of any item to where it is put', () => {
		items(examplePicture).forEach((_, at) => {
			const moved = change.putItem(examplePicture, 0, at, { x: 1234, y: 987 });
			const box = boxOf(items(moved)[at] as Item);
			expect([box.x, box.y]).toEqual([1234, 987]);
		});
	});

	it('keep the middle of what grows', () => {
		items(examplePicture).forEach((item, at) => {
			const now = boxOf(items(change.sizeItem(examplePicture, 0, at, 1))[at] as Item);
			const old = boxOf(item);
			expect(Math.hypot(now.x - old.x, now.y - old.y)).toBeLessThanOrEqual(2);
			expect(Math.max(now.across, now.down)).toBeGreaterThan(Math.max(old.across, old.down));
		});
	});

	it('lay an item in front of all, and behind all', () => {
		const front = change.layItem(examplePicture, 0, 0, 'front');
		expect(items(front).at(-1)).toBe(items(examplePicture)[0]);
		expect(items(change.layItem(front, 0, items(front).length - 1, 'back'))).toEqual(items(examplePicture));
	});

	it('stop where there is no room, with the picture as it was', () => {
		let picture = emptyPicture('tall');
		for (let at = 0; at < 40; at++) picture = change.addPage(picture);
		expect(picture.pages.length).toBe(most.pages);
		expect(change.addPage(picture)).toBe(picture);
		const ink: Item = {
			kind: 'stroke',
			brush: 'pen',
			colour: 'red',
			width: 40,
			points: Array.from({ length: most.points * 2 }, () => 0)
		};
		const full = change.addItem(picture, 0, ink);
		expect(change.addItem(full, 0, { ...ink, points: [1, 1] })).toBe(full);
	});
});

describe('places', () => {
	it('have their middles inside them, on points that hand and key both reach', () => {
		for (const shape of ['wide', 'tall'] as const)
			for (const place of placeIds) {
				const middle = middleOf(place, shape);
				expect(placeOf(middle, shape)).toBe(place);
				expect(settle(middle)).toEqual(middle);
			}
	});
});
