/** Every name has its drawing, every drawing its name, and all of it is what a drawing may be. */
import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { block, round, type Drawing } from './drawing.ts';
import { groups, type Group } from './groups.ts';
import { drawnNames, groupOf, headNames, isPictureName, pictureNames } from './names.ts';
import { people, someChild } from './people.ts';

const fetched = new Map<string, Record<string, Drawing>>();
for (const group of Object.keys(groups) as Group[])
	fetched.set(group, (await groups[group]()) as Record<string, Drawing>);

describe('names', () => {
	it('are the drawings, one for one, each in its group', () => {
		for (const name of drawnNames)
			expect([name, fetched.get(groupOf(name) ?? '')?.[name] !== undefined]).toEqual([name, true]);
		const drawn = [...fetched.values()].flatMap((group) => Object.keys(group));
		expect(drawn.filter((name) => !isPictureName(name))).toEqual([]);
		expect(new Set(pictureNames).size).toBe(pictureNames.length);
		expect(drawn.length).toBe(drawnNames.length);
	});

	it('name every head', () => {
		for (const name of headNames) if (!name.startsWith('face-')) expect(Object.keys(people)).toContain(name);
		for (const person of Object.values(people)) expect(person(someChild).length).toBeGreaterThan(0);
		expect(groupOf('me')).toBeNull();
		expect(isPictureName('constructor')).toBe(false);
	});

	it('hold every picture that the journeys ask for', () => {
		const folder = new URL('../journey/journeys/', import.meta.url);
		const asked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('journey.json'))
			.flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/"picture":\s*"([^"]+)"/g)])
			.map(([, name = '']) => name);
		expect(asked.length).toBeGreaterThan(50);
		expect([...new Set(asked)].filter((name) => !isPictureName(name))).toEqual([]);
	});
});

describe('drawings', () => {
	const all = [...fetched.values()].flatMap((group) => Object.entries(group));

	it('are carried by lines: no shape without a line is more than a touch of colour', () => {
		for (const [name, drawing] of all)
			expect([name, drawing.some(([role]) => !role.startsWith('-'))]).toEqual([name, true]);
	});

	it('use two accents, three at the most', () => {
		const many = all.filter(
			([, drawing]) =>
				new Set(drawing.map(([role]) => role.replace('-', '')).filter((role) => !/none|white|dot/.test(role)))
					.size > 3
		);
		expect(many.map(([name]) => name)).toEqual([]);
	});

	it('are path data and nothing else', () => {
		for (const [name, drawing] of all)
			for (const [, d] of drawing)
				expect([name, /^M[-\d.\sA-Za-z]+$/.test(d) && !/NaN|undefined/.test(d)]).toEqual([name, true]);
	});
});

it('draws ellipses and rounded rectangles where they were asked for', () => {
	expect(round(50, 50, 10)).toBe('M40 50a10 10 0 1 1 20 0a10 10 0 1 1 -20 0Z');
	expect(block(0, 0, 10, 6, 2)).toBe(
		'M2 0h6a2 2 0 0 1 2 2v2a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2v-2a2 2 0 0 1 2 -2Z'
	);
	expect(block(1, 2, 3, 4)).toBe('M1 2h3v4h-3Z');
});
