/** Every subject of the inventory has its question, and the table in the documentation says so. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	allJourneys,
	belongs,
	covering,
	elsewhere,
	inventory,
	journeysPage
} from '../../../tools/journey-table.ts';
import { asksChild, versionsOf, type Journey } from './journey.ts';
import { versionIds } from './version.ts';

const plain = (page: string): string => page.replaceAll(/[ -]+/g, ' ');
const journeys = allJourneys();

test('docs/journeys.md is what node tools/journey-table.ts writes', () => {
	const page = readFileSync(new URL('../../../docs/journeys.md', import.meta.url), 'utf8');
	expect(plain(page)).toBe(plain(journeysPage()));
});

test('every question names subjects of the inventory, and each subject stands there once', () => {
	const ids = inventory.map((subject) => subject.id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const journey of journeys)
		for (const question of journey.questions)
			for (const subject of question.subjects) expect(ids, `${journey.id} ${question.id}`).toContain(subject);
});

/**
 * Groups of subjects that a journey must ask: its own row of the inventory; those of every journey, unless it is one
 * screen or asks an adult; in the widest journey, those of every age as well.
 */
function groupsOf(journey: Journey): readonly string[] {
	const { id, size } = journey;
	if (id === 'review-conference') return ['every-journey', 'version', id];
	return size === 'small' || !asksChild(journey) ? [id] : ['every-journey', id];
}

test.each(journeys.map((journey) => [journey.id, journey] as const))(
	'%s asks every subject of its own in every version, or says where it is met instead',
	(id, journey) => {
		const own = inventory.filter((subject) => groupsOf(journey).includes(subject.group));
		expect(own.some((subject) => subject.group === id)).toBe(true);
		for (const subject of own)
			for (const version of versionsOf(journey))
				if (belongs(subject, version))
					expect(
						covering(journey, subject.id, version).length > 0 ||
							elsewhere(subject, version, journey) !== undefined,
						`${version} ${subject.id}`
					).toBe(true);
	}
);

test('every journey says who helped', () => {
	for (const journey of journeys)
		for (const version of versionsOf(journey))
			expect(covering(journey, 'helped', version), `${journey.id} ${version}`).not.toEqual([]);
});

test('every subject of the inventory has a question in every version that it belongs to', () => {
	for (const subject of inventory) {
		const groups = journeys.map((journey) => journey.id);
		const inOwn = journeys.find((journey) => journey.id === subject.group);
		if (!groups.includes(subject.group))
			expect(['every-journey', 'version'], subject.id).toContain(subject.group);
		for (const version of inOwn ? versionsOf(inOwn) : versionIds)
			if (belongs(subject, version))
				expect(
					journeys.some((journey) => covering(journey, subject.id, version).length > 0) ||
						elsewhere(subject, version) !== undefined,
					`${version} ${subject.id}`
				).toBe(true);
	}
});
