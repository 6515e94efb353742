import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toBase64url } from '../../src/lib/base/bytes.ts';
import type { ViewId } from '../../src/lib/base/ids.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { ChildDevice } from '../fixtures/child.ts';
import { filesIn, spellings } from '../fixtures/traces.ts';
import { post } from './asking.ts';
import { vidOf } from './device.ts';
import { passphrase, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld({ environment: { LOG_LEVEL: 'info' } });
});
afterAll(() => world.end());

const canary = 'xylophone-quagga-7531';

/** Every byte that the server keeps: its folder, and on PostgreSQL every row of every table. */
async function everything(): Promise<string> {
	const parts = filesIn(world.folder);
	const { db, dialect } = world.database;
	if (dialect === 'postgres')
		for (const { name } of await db.introspection.getTables()) {
			const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
			parts.push(JSON.stringify(rows));
		}
	return parts.join('\n');
}

it('a child’s words, the secret of the letter and passphrases are nowhere on the server, nor in its log', async () => {
	const invited = await world.invite();
	const child = await ChildDevice.enrol(world.origin, invited);
	const [first, ...rest] = longAnswers(8000);
	const answers = [{ ...first, value: { kind: 'text', words: canary } }, ...rest] as unknown as ReturnType<
		typeof longAnswers
	>;
	const sealed = await child.seal(answers, await world.readers());
	await child.send(sealed);
	const vid = vidOf(sealed.envelope);
	const chair = await world.as('chair');
	await chair('GET', `/api/staff/views/${vid}`);
	// Words where they do not belong: refused, and not repeated anywhere.
	await post(`${world.origin}/api/submissions`, { submit: canary, envelope: { ciphertext: canary } });
	await post(`${world.origin}/api/submissions?words=${canary}`, canary);
	await fetch(`${world.origin}/api/invitations/${canary}?x=${canary}`, { headers: { 'x-words': canary } });
	await fetch(`${world.origin}/${canary}`);
	await post(
		`${world.origin}/api/auth/sign-in/email`,
		{ email: `${canary}@test.example`, password: canary },
		{ origin: world.origin }
	);

	const kept = await everything();
	const said = world.said();
	// What is searched for would be found: the view id is there, in the clear.
	expect(kept).toContain(vid satisfies ViewId);
	expect(said).toContain('/api/submissions');
	for (const secret of [canary, toBase64url(invited.secret), passphrase])
		for (const spelling of spellings(secret)) {
			expect([spelling, kept.includes(spelling)]).toEqual([spelling, false]);
			expect([spelling, said.includes(spelling)]).toEqual([spelling, false]);
		}
	for (const id of [vid, invited.id, invited.meeting, '127.0.0.1', 'Child'])
		expect([id, said.includes(id)]).toEqual([id, false]);
});
