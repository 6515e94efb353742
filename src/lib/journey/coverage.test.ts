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

/** Groups of subjects that a journey must ask: those of every journey, and its own row of the inventory. */
const groupsOf = (id: string): readonly string[] =>
	id === 'review-conference' ? ['every-journey', 'version', id] : ['every-journey', id];

test.each(allJourneys().map((journey) => journey.id))(
	'%s asks every subject of its own in every version, or says where it is met instead',
	(id) => {
		const journey = allJourneys().find((each) => each.id === id);
		if (!journey) throw new Error(id);
		const own = inventory.filter((subject) => groupsOf(id).includes(subject.group));
		expect(own.some((subject) => subject.group === id)).toBe(true);
		for (const subject of own)
			for (const version of versionIds)
				if (belongs(subject, version))
					expect(
						covering(journey, subject.id, version).length > 0 || subject.elsewhere?.[version] !== undefined,
						`${version} ${subject.id}`
					).toBe(true);
	}
);
