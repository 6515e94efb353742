/** Practice packs and the duties that follow from them, through the server: what the desk and the child's letter are told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packIds } from '../../src/lib/practice/packs.ts';
import type { InvitationInfo } from '../../src/lib/invitation/info.ts';
import { allJourneys } from '../../tools/journey-table.ts';
import { invite, type Invited } from '../fixtures/coordinator.ts';
import { ask } from './asking.ts';
import { octets } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

it('works by the practice pack of the meeting: the child’s letter is told what is owed to them', async () => {
	const coordinator = await world.as('coordinator');
	const practice = await coordinator<{ usual: string; packs: { id: string }[] }>(
		'GET',
		'/api/staff/practice'
	);
	expect(practice.usual).toBe('default');
	expect(practice.packs.map(({ id }) => id)).toEqual(packIds);
	const { chair, deputy } = world.people;
	const wish = {
		...{ kind: 'review-conference', date: '2026-12-30', time: '10:00', place: 'Here' },
		...{ journey: 'review-conference', chair, deputy }
	};
	const promised = async (pack: string, age: number) => {
		type Made = { meeting: { id: Invited['meeting']; pack: string } };
		const { meeting } = await coordinator<Made>('POST', '/api/staff/meetings', { ...wish, pack });
		expect(meeting.pack).toBe(pack);
		const invited = await invite(coordinator, {
			...{ origin: world.origin, meeting: meeting.id, root: octets(1).hash, label: 'P.' },
			...{ look: '8-11', locale: 'en', age }
		});
		const { body } = await ask(`${world.origin}/api/invitations/${invited.id}`);
		return (body['invitation'] as { meeting: { promises: string[] } }).meeting.promises;
	};
	// Camden asks the child's views before a review from 4 (seed 003 §6); an invitation there begins at 11.
	expect(await promised('camden', 10)).toContain('ask-views');
	expect(await promised('camden', 10)).not.toContain('invite');
	expect(await promised('camden', 11)).toContain('invite');
	expect(await promised('wales', 11)).toContain('seen-alone');
	for (const pack of packIds)
		expect((await promised(pack, 9)).filter((one) => one.startsWith('parents'))).toEqual([]);
});

it('tells a grown-up nothing of what is owed to a child', async () => {
	const coordinator = await world.as('coordinator');
	const { meeting } = await world.invite();
	for (const { id: journey, audience = 'child' } of allJourneys()) {
		const asksChild = audience === 'child';
		const { id } = await invite(coordinator, {
			...{ origin: world.origin, meeting, root: octets(1).hash, label: 'P.', locale: 'en', journey },
			...(asksChild ? { look: '8-11', age: 9 } : { look: '16-17', age: null })
		});
		const { body } = await ask(`${world.origin}/api/invitations/${id}`);
		const { meeting: told, child } = body['invitation'] as InvitationInfo;
		expect([journey, told.promises.length > 0]).toEqual([journey, asksChild]);
		expect([told.journey, child.age]).toEqual([journey, asksChild ? 9 : null]);
	}
});

it('keeps what is done of what is owed: who said so first, and when; taken back, it is owed again', async () => {
	const [coordinator, chair] = [await world.as('coordinator'), await world.as('chair')];
	const { meeting, id } = await world.invite();
	const path = `/api/staff/meetings/${meeting}`;
	const ticks = async () => (await chair<{ ticks: { duty: string; at: string }[] }>('GET', path)).ticks;
	const duty = 'advocate.active-offer';
	expect(await ticks()).toEqual([]);
	await coordinator('PUT', `${path}/ticks`, { invitation: id, duty, done: true });
	const [first] = await ticks();
	expect(first).toMatchObject({ invitation: id, duty, by: 'coordinator' });
	await chair('PUT', `${path}/ticks`, { invitation: id, duty, done: true });
	expect(await ticks()).toEqual([first]);
	await chair('PUT', `${path}/ticks`, { invitation: null, duty, done: true });
	expect(await ticks()).toContainEqual({ ...first, invitation: null, by: 'chair', at: expect.any(String) });
	await chair('PUT', `${path}/ticks`, { invitation: id, duty, done: false });
	expect(await ticks()).toMatchObject([{ invitation: null }]);
	await chair('PUT', `${path}/ticks`, { invitation: id, duty, done: false });
	const elsewhere = await world.invite();
	const foreign = { invitation: elsewhere.id, duty, done: true };
	await expect(chair('PUT', `${path}/ticks`, foreign)).rejects.toThrow('404');
	for (const wrong of [
		{},
		{ invitation: id, duty: 'Advocate <b>', done: true },
		{ invitation: id, duty: 'a'.repeat(200), done: true },
		{ invitation: id, duty, done: 'yes' },
		{ invitation: id, duty, done: true, answer: 'maybe' },
		{ invitation: 'x', duty, done: true }
	])
		await expect(chair('PUT', `${path}/ticks`, wrong)).rejects.toThrow('400');
	expect(await ticks()).toMatchObject([{ invitation: null }]);
});

it('keeps how a child took an offer, and the newest of two answers with who says so', async () => {
	const [coordinator, chair] = [await world.as('coordinator'), await world.as('chair')];
	const { meeting, id } = await world.invite();
	const path = `/api/staff/meetings/${meeting}`;
	const duty = 'advocate.active-offer-asked';
	const took = (by: typeof chair, answer: string | null) =>
		by('PUT', `${path}/ticks`, { invitation: id, duty, done: answer !== null, answer });
	const ticks = async () => (await chair<{ ticks: unknown[] }>('GET', path)).ticks;
	await took(coordinator, 'no');
	const first = await ticks();
	expect(first).toMatchObject([{ duty, answer: 'no', by: 'coordinator' }]);
	await took(chair, 'no');
	expect(await ticks()).toEqual(first);
	await took(chair, 'yes');
	expect(await ticks()).toMatchObject([{ duty, answer: 'yes', by: 'chair' }]);
	await took(coordinator, null);
	expect(await ticks()).toEqual([]);
});
