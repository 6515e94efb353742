/** Every subject of the inventory has its question, and the table in the documentation says so. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allJourneys, belongs, covering, inventory, journeysPage } from '../../../tools/journey-table.ts';
import { versionIds } from './version.ts';

const plain = (page: string): string => page.replaceAll(/[ -]+/g, ' ');

test('docs/journeys.md is what node tools/journey-table.ts writes', () => {
	const page = readFileSync(new URL('../../../docs/journeys.md', import.meta.url), 'utf8');
	expect(plain(page)).toBe(plain(journeysPage()));
});

test('every question names subjects of the inventory, and each subject stands there once', () => {
	const ids = inventory.map((subject) => subject.id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const journey of allJourneys())
		for (const question of journey.questions)
			for (const subject of question.subjects) expect(ids, `${journey.id} ${question.id}`).toContain(subject);
});

test('what every journey asks is asked in every journey', () => {
	for (const journey of allJourneys())
		for (const subject of inventory.filter((each) => each.group === 'every-journey'))
			for (const version of versionIds)
				expect(
					covering(journey, subject.id, version).length > 0 || subject.elsewhere?.[version] !== undefined,
					`${journey.id} ${version} ${subject.id}`
				).toBe(true);
});

test('the review conference asks every subject of every version, or says where it is met instead', () => {
	const journey = allJourneys().find((each) => each.id === 'review-conference');
	if (!journey) throw new Error('There is no review conference');
	for (const subject of inventory) {
		if (!['every-journey', 'version', 'review-conference'].includes(subject.group)) continue;
		for (const version of versionIds)
			if (belongs(subject, version))
				expect(
					covering(journey, subject.id, version).length > 0 || subject.elsewhere?.[version] !== undefined,
					`${version} ${subject.id}`
				).toBe(true);
	}
});
