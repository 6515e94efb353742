/** The duties around a meeting as the desk shows them, from the packs that come with the product. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Day, Instant } from '../../base/brand.ts';
import { newId } from '../../base/ids.ts';
import { promises } from '../../journey/gathering.ts';
import { findPack, packIds } from '../../practice/packs.ts';
import type { Meeting, Tick } from '../records.ts';
import { dutyLines, happened, happenings, type Owed } from './duty-lines.ts';

const [camden, wales] = [findPack('camden')!, findPack('wales')!];
const meeting: Pick<Meeting, 'kind' | 'date' | 'answersBy'> = {
	kind: 'review-conference',
	date: '2026-12-30' as Day,
	answersBy: '2026-12-24T17:00:00.000Z' as Instant
};
const child: NonNullable<Owed> = { id: newId(), age: 12, views: 0, replies: 0 };
const today = '2026-12-01' as Day;

const tick = (
	duty: string,
	day: string,
	invitation: Tick['invitation'] = child.id,
	answer: Tick['answer'] = null
): Tick => ({
	...{ invitation, duty, by: 'Ann' },
	at: `${day}T10:00:00.000Z` as Instant,
	...{ answer, request: null }
});
const lines = (ticks: readonly Tick[] = [], who: Owed = child, on = today, pack = camden) =>
	dutyLines(meeting, who, pack, ticks, on);
const line = (id: string, ...about: Parameters<typeof lines>) =>
	lines(...about).find(({ duty }) => duty.id === id);

describe('a duty to a child', () => {
	test('is open, then late once its day is over, and done when somebody says so', () => {
		const day = line('invite')?.by ?? ('' as Day);
		expect(line('invite')).toMatchObject({ state: 'open', tick: null });
		expect(line('invite', [], child, day)).toMatchObject({ state: 'open' });
		expect(line('invite', [], child, '2027-01-15' as Day)).toMatchObject({ state: 'late' });
		const { key } = line('invite')!;
		const said = tick(key, '2026-12-02');
		expect(line('invite', [said], child, '2027-01-15' as Day)).toMatchObject({ state: 'done', tick: said });
	});
	test('is done by itself where the server sees it: views that arrived', () => {
		expect(line('ask-views')).toMatchObject({ state: 'open' });
		expect(line('ask-views', [], { ...child, views: 1 })).toMatchObject({ state: 'seen' });
		expect(line('outcome')).toMatchObject({ state: 'open' });
		expect(line('outcome', [], { ...child, views: 1, replies: 1 })).toMatchObject({ state: 'seen' });
		expect(line('invite', [], { ...child, views: 1 })).toMatchObject({ state: 'open' });
	});
	test('that comes again is owed again once its time is over', () => {
		const seen = (ticks: readonly Tick[], on: Day) => line('seen-alone', ticks, child, on, wales);
		const first = seen([], today)!;
		expect(first).toMatchObject({ state: 'open', by: today });
		const ticked = [tick(first.key, '2026-12-01')];
		const next = seen(ticked, today)!;
		expect(next).toMatchObject({ state: 'done' });
		expect(next.by! > today).toBe(true);
		expect(seen(ticked, next.by!)).toMatchObject({ state: 'done' });
		expect(seen(ticked, '2027-03-01' as Day)).toMatchObject({ state: 'late' });
	});
	test('is nobody else’s: what was ticked for another child leaves this one’s as it is', () => {
		const { key } = line('invite')!;
		expect(line('invite', [tick(key, '2026-12-02', newId())])).toMatchObject({ state: 'open' });
		expect(line('invite', [tick(key, '2026-12-02', null)])).toMatchObject({ state: 'open' });
	});
	test('follows from what happened', () => {
		const denied = (ticks: readonly Tick[]) => line('denied-access', ticks, child, today, wales);
		expect(denied([])).toBeUndefined();
		expect(denied([tick(happened('access-denied'), '2026-12-03')])?.by).toBe('2026-12-03');
	});
});

describe('the active offer of an advocate (seed 001)', () => {
	const offers = (ticks: readonly Tick[], on = today) =>
		lines(ticks, child, on, wales).filter(({ duty }) => duty.id === 'advocate');
	test('is made when the child is asked, at the meeting and afterwards, each by itself', () => {
		const owed = offers([], '2026-12-28' as Day);
		expect(owed.map(({ stage, by, state }) => [stage, by, state])).toEqual([
			['asked', '2026-12-24', 'late'],
			['meeting', '2026-12-30', 'open'],
			['after', null, 'open']
		]);
	});
	test('remembers a no: it is done at that stage, said at the next, and forgotten after another answer', () => {
		const [asked, at] = offers([]).map(({ key }) => key) as [string, string, string];
		const no = tick(asked, '2026-12-02', child.id, 'no');
		expect(offers([no]).map(({ state, refused }) => [state, refused])).toEqual([
			['done', null],
			['open', no],
			['open', no]
		]);
		const yes = tick(at, '2026-12-30', child.id, 'yes');
		expect(offers([no, yes]).map(({ state, refused }) => [state, refused])).toEqual([
			['done', null],
			['done', no],
			['open', null]
		]);
	});
	test('is no part of a pack that asks by itself or only shows the way', () => {
		for (const id of ['camden', 'dorset'])
			expect(
				lines([], child, today, findPack(id)!).filter(({ stage }) => stage !== null),
				id
			).toEqual([]);
	});
});

test('what is owed to parents stands apart, and what follows from leaving them out with it', () => {
	expect(lines().filter(({ duty }) => duty.to !== 'child')).toEqual([]);
	const owed = lines([], null);
	expect(owed.length).toBeGreaterThan(0);
	expect(owed.filter(({ duty }) => duty.to !== 'parent')).toEqual([]);
	const leaving = packIds.filter((id) => findPack(id)!.rules.some(({ only }) => only === 'parents-left-out'));
	expect(leaving.length).toBeGreaterThan(0);
	for (const id of leaving) {
		const of = (ticks: readonly Tick[]) =>
			dutyLines({ ...meeting, kind: 'first-conference' }, null, findPack(id)!, ticks, today).map(
				({ duty }) => duty.id
			);
		expect(of([])).not.toContain('parents-left-out');
		expect(of([tick(happened('parents-left-out'), '2026-12-03', null)])).toContain('parents-left-out');
	}
});

test('they stand by date, what is always owed last, and each is ticked by itself', () => {
	for (const id of packIds) {
		const all = dutyLines(meeting, child, findPack(id)!, [], today);
		const days = all.map(({ by }) => by ?? '9999');
		expect(days).toEqual(days.toSorted());
		expect(new Set(all.map(({ key }) => key)).size, id).toBe(all.length);
	}
});

describe('every rule of every pack has its words', () => {
	const rules = packIds.flatMap((id) => findPack(id)!.rules);
	const locales = new URL('../../../../locales/', import.meta.url);
	const used: Readonly<Record<string, readonly string[]>> = {
		name: rules.map(({ id }) => id),
		way: rules.flatMap(({ way }) => way ?? []),
		weigh: rules.flatMap(({ weigh }) => weigh ?? []),
		owedBy: rules.map(({ owedBy }) => owedBy),
		proof: rules.map(({ proof }) => proof),
		force: rules.flatMap(({ force }) => (force === 'must' ? [] : [force])),
		happened: happenings
	};
	test.each(readdirSync(locales))('in %s', (locale) => {
		type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
		const words = JSON.parse(readFileSync(new URL(`${locale}/duty.json`, locales), 'utf8')) as Words;
		for (const [group, keys] of Object.entries(used))
			expect([...new Set(keys)].filter((key) => !words[group]?.[key])).toEqual([]);
	});
	test('and what a child is told of it is one of the promises', () => {
		const told = rules.filter(({ to }) => to === 'child').map(({ id }) => id);
		expect([...new Set(told)].filter((id) => !promises.some((one) => one === id))).toEqual(['observe']);
	});
});
