import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refusalReasons } from '../../src/lib/envelope/refusal.ts';
import { goodNames, goodText, openExport, refusedText, refusedVectors } from './read.ts';
import { long, signs, welsh } from './words.ts';

const refused = refusedVectors();

test.each(goodNames())('%s opens', async (name) => {
	expect(await openExport(goodText(name))).toMatchObject({ ok: true });
});

test.each(refused)('$name is refused: $reason ($about)', async (vector) => {
	const opened = await openExport(refusedText(vector));
	expect(opened).toMatchObject({ ok: false, reason: vector.reason });
});

test.each([
	['welsh', welsh],
	['signs', signs],
	['long', long]
])('%s: the very same words come out', async (name, words) => {
	const opened = await openExport(goodText(name));
	expect(opened).toMatchObject({ ok: true, value: { views: { answers: [{ value: { words } }] } } });
});

describe('the list of vectors', () => {
	test('names each once and holds at least 45 that must be refused', () => {
		const names = refused.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names.length).toBeGreaterThanOrEqual(45);
	});

	test('has one for every reason that a small file can show', () => {
		const shown = new Set<string>(refused.map(({ reason }) => reason));
		const missing = Object.keys(refusalReasons).filter((reason) => !shown.has(reason));
		// Too long a file is in the unit tests; the other is about sealing, not opening.
		expect(missing).toEqual(['too-large', 'directory-keys']);
	});
});

test('the golden file of the first version still opens, for each of its readers, to the same views', async () => {
	const text = readFileSync(new URL('golden/vv1.json', import.meta.url), 'utf8');
	const { readers, views, ...whole } = JSON.parse(text) as Record<string, unknown> & { readers: unknown[] };
	expect(readers).toHaveLength(3);
	for (const reader of readers) {
		const opened = await openExport(JSON.stringify({ ...whole, reader }));
		expect(opened).toMatchObject({ ok: true, value: { views } });
	}
});
