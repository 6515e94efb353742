/** An authority's own journeys and packs, through the server: given to whoever asks, chosen for meetings, refused at the start by name. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packIds } from '../../src/lib/practice/packs.ts';
import { openServer } from '../../src/lib/server/running.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { ask } from './asking.ts';
import { startWorld, type World } from './world.ts';

const example = join(import.meta.dirname, '../../docs/examples/own');
let world: World;
beforeAll(async () => {
	world = await startWorld({ environment: { LOCAL_DIR: example, PRACTICE_PACK: 'our-county' } });
});
afterAll(() => world.end());

it('gives an own journey whole to whoever asks, and no other file', async () => {
	const { status, body } = await ask(`${world.origin}/api/journeys/moving-home`);
	expect(status).toBe(200);
	expect(body).toMatchObject({
		journey: { id: 'moving-home' },
		texts: { en: { locale: 'en' }, cy: { locale: 'cy' } }
	});
	for (const id of ['worry', 'our-county', '..%2Fpacks%2Four-county', 'constructor', '__proto__'])
		expect((await ask(`${world.origin}/api/journeys/${id}`)).status, id).toBe(404);
});

it('offers both at the desk, and makes meetings by them', async () => {
	const coordinator = await world.as('coordinator');
	type Practice = { usual: string; packs: { id: string }[]; journeys: { id: string; titles: object }[] };
	const practice = await coordinator<Practice>('GET', '/api/staff/practice');
	expect(practice.usual).toBe('our-county');
	expect(practice.packs.map(({ id }) => id)).toEqual([...packIds, 'our-county']);
	expect(practice.journeys).toMatchObject([
		{ id: 'moving-home', titles: { en: 'Moving home', cy: 'Symud tŷ' } }
	]);
	const { chair, deputy } = world.people;
	type Made = { meeting: { journey: string; pack: string; answersBy: string } };
	const { meeting } = await coordinator<Made>('POST', '/api/staff/meetings', {
		...{ kind: 'review-conference', date: '2026-12-18', time: '10:00', place: 'Here', chair, deputy },
		...{ journey: 'moving-home', pack: 'our-county' }
	});
	// Three working days before Friday 18 December, as the own pack says; the neutral one says two.
	expect(meeting).toMatchObject({ journey: 'moving-home', pack: 'our-county' });
	expect(meeting.answersBy.slice(0, 10)).toBe('2026-12-15');
});

it('does not start with half of what an authority wrote: it says file, path and reason', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-own-'));
	cpSync(example, join(folder, 'own'), { recursive: true });
	writeFileSync(join(folder, 'own/packs/broken.json'), '{"id": "broken"}');
	const start = (more: Record<string, string>) =>
		openServer(readSettings({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ...more }));
	await expect(start({ LOCAL_DIR: join(folder, 'own') })).rejects.toThrow(
		/^packs\/broken\.json: .*: malformed-pack$/
	);
	await expect(start({ PRACTICE_PACK: 'our-county' })).rejects.toThrow(/PRACTICE_PACK must be one of camden/);
	rmSync(folder, { recursive: true });
});
