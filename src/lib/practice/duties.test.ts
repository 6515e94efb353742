import { describe, expect, test } from 'vitest';
import type { Day } from '../base/brand.ts';
import { dutiesFor, type Duty, type MeetingFacts } from './duties.ts';
import type { DutyId, MeetingKind } from './pack.ts';
import { checkPack, packIds, findPack } from './packs.ts';
import { rhythmWarning } from './rhythm.ts';

const today = '2026-11-22' as Day;
const pack = (id: string) => findPack(id)!;
const owed = (
	id: string,
	kind: MeetingKind,
	age: number,
	more: Partial<MeetingFacts> & { unable?: boolean } = {}
) =>
	dutiesFor(
		{ kind, day: '2026-12-29' as Day, ...more },
		{ age, unable: more.unable ?? false },
		pack(id),
		today
	);
const one = (duties: Duty[], id: DutyId): Partial<Duty> | undefined => duties.find((duty) => duty.id === id);

describe('Camden (seed 003)', () => {
	test.each([3, 4])('views are asked from 4, before meetings that review a plan (§6): aged %i', (age) => {
		const duty = one(owed('camden', 'review-conference', age), 'ask-views');
		if (age < 4) expect(duty).toBeUndefined();
		else
			expect(duty).toMatchObject({
				owedBy: 'worker',
				proof: 'views-arrived',
				source: { seed: '003', section: '6 Children' }
			});
		expect(one(owed('camden', 'first-conference', age), 'ask-views')).toBeUndefined();
	});
	test('below 4, or unable at any age: observation and reports (§6)', () => {
		const duty = { way: 'observation-and-reports', source: { seed: '003' } };
		expect(one(owed('camden', 'review-conference', 3), 'observe')).toMatchObject(duty);
		expect(one(owed('camden', 'review-conference', 14, { unable: true }), 'observe')).toMatchObject(duty);
		expect(one(owed('camden', 'review-conference', 14, { unable: true }), 'ask-views')).toBeUndefined();
		expect(one(owed('camden', 'review-conference', 4), 'observe')).toBeUndefined();
	});
	test('invited to a looked-after review from 4; to a child protection review from 11 if worker and chair agree (§6)', () => {
		expect(one(owed('camden', 'looked-after-review', 3), 'invite')).toBeUndefined();
		expect(one(owed('camden', 'looked-after-review', 4), 'invite')).toMatchObject({ force: 'encouraged' });
		expect(one(owed('camden', 'review-conference', 10), 'invite')).toBeUndefined();
		expect(one(owed('camden', 'review-conference', 11), 'invite')).toMatchObject({
			force: 'decide',
			weigh: ['worker-agrees', 'chair-agrees']
		});
	});
	test('more say from 12, taking charge from 16 (§2)', () => {
		expect(one(owed('camden', 'pathway-review', 11), 'more-say')).toBeUndefined();
		expect(one(owed('camden', 'pathway-review', 12), 'more-say')).toMatchObject({ way: 'active-role' });
		expect(one(owed('camden', 'pathway-review', 16), 'more-say')).toMatchObject({ way: 'taking-charge' });
	});
	test.each([
		['advocate', 'signposted', '4.4'],
		['leaflet', 'several-forms', '4.3'],
		['communication', 'age-and-understanding', '2'],
		['chair-meets', 'form-could-be-done', '6 Children'],
		['conduct', 'how-views-count', '2'],
		['minutes', 'discussed-and-recorded', '4.1'],
		['outcome', 'clear-reason', '2'],
		['how-was-it', 'questionnaire', '6 Parents; 4.1'],
		['parents-asked', 'consultation-form', '6 Parents'],
		['parents-met', null, '6 Parents'],
		['parents-after', 'questionnaire', '6 Parents']
	] as const)('%s: %s (§%s)', (id, way, section) => {
		expect(one(owed('camden', 'review-conference', 9), id)).toMatchObject({
			way,
			source: { seed: '003', section }
		});
	});
	test('leaving parents out is exceptional and has reasons (§6)', () => {
		expect(one(owed('camden', 'review-conference', 9), 'parents-left-out')).toBeUndefined();
		expect(
			one(owed('camden', 'review-conference', 9, { parentsLeftOut: true }), 'parents-left-out')
		).toMatchObject({
			force: 'decide',
			weigh: ['exceptional', 'reasons-recorded']
		});
	});
	test('also open: short-breaks panel, carer review, forum from 13 to 18, young inspectors (§6, §4.2)', () => {
		const ways = (kind: MeetingKind, age: number) =>
			owed('camden', kind, age)
				.filter((duty) => duty.id === 'also-open')
				.map((duty) => duty.way);
		expect(ways('short-breaks', 9)).toEqual(['short-breaks-panel', 'young-inspectors']);
		expect(ways('foster-carer-review', 9)).toEqual(['carer-review', 'young-inspectors']);
		expect(ways('core-group', 13)).toEqual(['reactive-forum', 'young-inspectors']);
		expect(ways('core-group', 12)).toEqual(['young-inspectors']);
	});
});

describe('Dorset (seed 004)', () => {
	test('any age is asked, directly or not (§3)', () => {
		expect(one(owed('dorset', 'review-conference', 2), 'ask-views')).toMatchObject({
			way: 'directly-or-not',
			source: { seed: '004', section: '3' }
		});
		expect(one(owed('dorset', 'review-conference', 2), 'observe')).toMatchObject({
			way: 'indirectly',
			source: { seed: '004', section: '3' }
		});
	});
	test('an invitation is decided before the meeting on six questions, with reasons (§4)', () => {
		const duty = one(owed('dorset', 'first-conference', 6), 'invite');
		expect(duty).toMatchObject({ force: 'decide', proof: 'decision-recorded', by: '2026-12-28' });
		expect(duty?.weigh).toHaveLength(6);
	});
	test('an advocate is requested by itself for a child over 8 (§5.4)', () => {
		expect(one(owed('dorset', 'first-conference', 7), 'advocate')).toBeUndefined();
		expect(one(owed('dorset', 'first-conference', 8), 'advocate')).toMatchObject({
			owedBy: 'coordinator',
			way: 'automatic',
			proof: 'request-sent',
			source: { seed: '004', section: '5.4' }
		});
	});
	test('the leaflet goes out 5 calendar days before, reports are shared 2 working days before (§5.3, §6.4)', () => {
		const duties = owed('dorset', 'review-conference', 9);
		expect(one(duties, 'leaflet')).toMatchObject({ by: '2026-12-24', source: { section: '5.3' } });
		// Christmas Day, the week-end and Boxing Day's substitute do not count; the meeting's own day does not either.
		expect(one(duties, 'reports')).toMatchObject({
			by: '2026-12-23',
			owedBy: 'reporters',
			source: { section: '6.4' }
		});
	});
	test.each([
		['communication', '5.2'],
		['chair-meets', '5.7'],
		['conduct', '5.8'],
		['breaks', '5.9'],
		['minutes', '5.10'],
		['aftercare', '5.11'],
		['how-was-it', '5.12'],
		['parents-met', '5.7'],
		['parents-after', '5.11, 5.12']
	] as const)('%s (§%s)', (id, section) => {
		expect(one(owed('dorset', 'review-conference', 9), id)).toMatchObject({
			source: { seed: '004', section }
		});
	});
});

describe('Wales (seed 001)', () => {
	test('each child on the plan is asked at each review; behaviour is observed', () => {
		expect(one(owed('wales', 'review-conference', 5), 'ask-views')).toMatchObject({
			way: 'each-child',
			source: { seed: '001' }
		});
		expect(one(owed('wales', 'review-conference', 3), 'observe')).toMatchObject({
			way: 'behaviour-and-interactions',
			source: { seed: '001' }
		});
	});
	test('the core group: in person, by advocate, or brought another way', () => {
		expect(one(owed('wales', 'core-group', 9), 'invite')).toMatchObject({
			force: 'decide',
			weigh: ['child-wants', 'people-who-know', 'family-relationships']
		});
	});
	test('the active offer of an advocate, again at each stage', () => {
		for (const kind of [
			'first-conference',
			'core-group',
			'review-conference',
			'looked-after-review'
		] as const)
			expect(one(owed('wales', kind, 5), 'advocate')).toMatchObject({
				way: 'active-offer',
				due: { is: 'each-stage' },
				proof: 'offer-logged'
			});
	});
	test.each([
		['communication', 'drawing-play-talking'],
		['minutes', 'considered-by-core-group']
	] as const)('%s: %s', (id, way) => {
		expect(one(owed('wales', 'core-group', 9), id)).toMatchObject({ way, source: { seed: '001' } });
	});
	test('seen alone every 10 working days, at home every 4 weeks; today where never', () => {
		const seen = { seenAlone: '2026-12-23' as Day, seenAtHome: '2026-12-01' as Day };
		expect(one(owed('wales', 'core-group', 9, seen), 'seen-alone')?.by).toBe('2027-01-11');
		expect(one(owed('wales', 'core-group', 9, seen), 'seen-at-home')?.by).toBe('2026-12-29');
		expect(one(owed('wales', 'core-group', 9), 'seen-alone')?.by).toBe(today);
	});
	test('denied access is reported at once to a senior manager', () => {
		expect(one(owed('wales', 'core-group', 9), 'denied-access')).toBeUndefined();
		expect(
			one(owed('wales', 'core-group', 9, { accessDenied: '2026-11-20' as Day }), 'denied-access')
		).toMatchObject({
			way: 'senior-manager',
			by: '2026-11-20',
			proof: 'report-logged'
		});
	});
});

describe('Warwickshire (seed 000) with the family-rights advice (seed 002)', () => {
	test.each([
		['ask-views', 'age-or-ability-no-barrier', '000'],
		['advocate', 'promoted-and-quick', '000'],
		['communication', 'barriers-removed', '000'],
		['outcome', 'formalised-and-monitored', '000'],
		['trusted-school', null, '000'],
		['parents-assisted', null, '000'],
		['parents-supporter', 'advocate-solicitor-or-supporter', '002'],
		['parents-asked', 'all-shared-unless-risk', '002']
	] as const)('%s: %s (seed %s)', (id, way, seed) => {
		expect(one(owed('warwickshire', 'review-conference', 6), id)).toMatchObject({ way, source: { seed } });
	});
	test('a child who cannot take part is heard by other means (Removing barriers)', () => {
		expect(one(owed('warwickshire', 'review-conference', 9, { unable: true }), 'observe')).toMatchObject({
			way: 'alternative-means'
		});
		expect(one(owed('warwickshire', 'review-conference', 2), 'ask-views')).toBeDefined();
	});
});

test('every pack that comes with the product is sound, and asks or observes every child at a review', () => {
	expect(packIds).toEqual(['camden', 'default', 'dorset', 'wales', 'warwickshire']);
	for (const id of packIds)
		for (let age = 0; age < 18; age++)
			for (const unable of [true, false]) {
				const duties = owed(id, 'review-conference', age, { unable });
				expect(duties.some((duty) => duty.id === 'ask-views' || duty.id === 'observe')).toBe(true);
			}
});

test.each([
	[{ answersBy: { workingDays: -1 } }, 'answersBy.workingDays'],
	[{ nation: 'scotland' }, 'nation'],
	[{ rules: [{ id: 'praise' }] }, 'rules.0'],
	[{ surprise: 1 }, 'surprise']
])('a malformed pack is refused where it is wrong: %j', (wrong, path) => {
	const checked = checkPack({ ...pack('default'), ...wrong });
	expect(checked).toMatchObject({ ok: false, reason: 'malformed-pack' });
	expect(!checked.ok && checked.detail).toContain(path);
});

test.each([
	['wales', 'core-group', 0, '2026-12-01', '2026-12-15', null],
	['wales', 'core-group', 0, '2026-12-01', '2026-12-16', '2026-12-15'],
	['wales', 'core-group', 1, '2026-12-01', '2027-01-13', '2027-01-12'],
	['camden', 'looked-after-review', 1, '2026-11-30', '2027-03-01', '2027-02-28'],
	['camden', 'looked-after-review', 7, '2026-08-31', '2027-02-28', null],
	['camden', 'short-breaks', 0, '2026-11-30', '2029-03-01', null]
] as const)(
	'the rhythm of %s, %s after %i earlier: %s → %s warns %s',
	(id, kind, earlier, since, on, latest) => {
		expect(rhythmWarning(pack(id), kind, earlier, since as Day, on as Day)?.latest ?? null).toBe(latest);
	}
);
