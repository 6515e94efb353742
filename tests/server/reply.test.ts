/** Answers to views: kept for the letter, sealed to it; who may send them, who may fetch them, and how long. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import type { ViewId } from '../../src/lib/base/ids.ts';
import { openReply, sealReply } from '../../src/lib/envelope/reply.ts';
import { checkReply, type Reply } from '../../src/lib/journey/reply.ts';
import { replyTo } from '../../src/lib/outbox/reply-to.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { ChildDevice } from '../fixtures/child.ts';
import type { Invited } from '../fixtures/coordinator.ts';
import { ask, directoryOf } from './asking.ts';
import { vidOf } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let invited: Invited;
let vid: ViewId;
const canary = 'xylophone-quagga-8842';

beforeAll(async () => {
	world = await startWorld();
	({ invited, vid } = await sent());
});
afterAll(() => world.end());

/** A child whose views have arrived. */
async function sent() {
	const child = await world.invite();
	const device = await ChildDevice.enrol(world.origin, child);
	const views = await device.seal(longAnswers(2_000), await world.readers());
	await device.send(views);
	return { invited: child, vid: vidOf(views.envelope) };
}
async function sealed(about: ViewId = vid, words = canary) {
	const content: Omit<Reply, 'nid'> = {
		...{ v: 1, vid: about, invitation: invited.id, locale: 'en', who: 'Sam', items: [], words },
		at: new Date().toISOString() as Instant,
		sent: new Date().toISOString() as Instant
	};
	const { jwk: reply } = await replyTo(invited);
	const readers = (await world.readers()).map(({ thumbprint }) => thumbprint);
	const made = await sealReply<Reply>(
		content,
		{ reply, readers },
		await directoryOf(world),
		world.keys.chair
	);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}
const path = (about: ViewId = vid) => `/api/staff/views/${about}/replies`;
const letter = (id = invited.id) => `${world.origin}/api/invitations/${id}/replies`;

it('keeps what the chair answers, once, and gives it to whoever has the letter, who alone can open it', async () => {
	const chair = await world.as('chair');
	expect((await ask(letter())).body).toEqual({ replies: [] });
	const envelope = await sealed();
	await chair('POST', path(), { envelope });
	await chair('POST', path(), { envelope });
	const nid = vidOf(envelope);
	expect((await ask(letter())).body).toEqual({ replies: [nid] });
	const { body } = await ask(`${letter()}/${nid}`);
	const enc = await replyTo(invited);
	const opened = await openReply(body['envelope'], { enc }, await directoryOf(world), enc.thumbprint);
	expect(opened).toMatchObject({ ok: true, value: { by: { staff: world.people.chair } } });
	expect(checkReply(opened.ok && opened.value.payload)).toMatchObject({ ok: true, value: { words: canary } });
	const stranger = await replyTo(await world.invite());
	expect(
		await openReply(body['envelope'], { enc: stranger }, await directoryOf(world), enc.thumbprint)
	).toMatchObject({ ok: false, reason: 'not-a-reader' });
	const { views } = await chair<{ views: { vid: ViewId; replies: number }[] }>(
		'GET',
		`/api/staff/meetings/${invited.meeting}/views`
	);
	expect(views.find((one) => one.vid === vid)?.replies).toBe(1);
	const { replies } = await (await world.as('deputy'))<{ replies: unknown[] }>('GET', path());
	expect(replies).toEqual([envelope]);
	const stored = await world.database.db.selectFrom('reply').selectAll().execute();
	expect(JSON.stringify(stored)).not.toContain(canary);
});

it('takes nothing from who may not read the views, and nothing that is no envelope, or another under a known id', async () => {
	const envelope = await sealed();
	for (const part of ['stranger', 'coordinator', 'advocate', 'administrator'] as const) {
		const other = await world.as(part);
		await expect(other('POST', path(), { envelope })).rejects.toThrow('404');
		await expect(other('GET', path())).rejects.toThrow('404');
	}
	const chair = await world.as('chair');
	await expect(chair('POST', path(), { envelope: { ...envelope, tag: 'x' } })).rejects.toThrow('400');
	await chair('POST', path(), { envelope });
	const other = { ...envelope, ciphertext: `${envelope.ciphertext.slice(0, -4)}AAAA` };
	await expect(chair('POST', path(), { envelope: other })).rejects.toThrow('409');
	const second = await sent();
	await expect(chair('POST', path(second.vid), { envelope })).rejects.toThrow('409');
});

it('keeps an answered letter open until the next review, and gives nothing by one that was withdrawn', async () => {
	const { invited: answered, vid: about } = await sent();
	const end = async () =>
		(
			await world.database.db
				.selectFrom('invitation')
				.select('expiresAt')
				.where('id', '=', answered.id)
				.executeTakeFirstOrThrow()
		).expiresAt;
	const before = await end();
	const chair = await world.as('chair');
	const envelope = await sealed(about);
	await chair('POST', path(about), { envelope });
	expect(Date.parse(await end())).toBeGreaterThan(Date.now() + 365 * 86_400_000);
	expect((await end()) > before).toBe(true);
	const nid = vidOf(envelope);
	expect((await ask(`${letter()}/${nid}`)).status).toBe(404);
	const coordinator = await world.as('coordinator');
	await coordinator('POST', `/api/staff/invitations/${answered.id}/revoke`, {});
	expect((await ask(letter(answered.id))).status).toBe(404);
	expect((await ask(`${letter(answered.id)}/${nid}`)).status).toBe(404);
});
