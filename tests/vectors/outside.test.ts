/** The outside verifier over every vector: it and this code must come to the same reason, or both open. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { goodNames, refusedVectors } from './read.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const python = '/usr/bin/python3';
const verifier = fileURLToPath(new URL('../../tools/verify/verify.py', import.meta.url));
const folder = fileURLToPath(new URL('./', import.meta.url));

const missing = [
	...(spawnSync(python, ['-c', 'import jwcrypto']).status === 0 ? [] : ['python3-jwcrypto']),
	...(spawnSync('jose', ['alg']).status === 0 ? [] : ['jose'])
];
if (missing.length)
	process.stdout.write(
		`Left out: the outside verifier over the vectors, because ${missing.join(' and ')} cannot be run here.\n`
	);

const scratch = mkdtempSync(join(tmpdir(), 'my-say-vectors-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the verifier on one export; the last line of what it says on a refusal. */
function verifyOne(whole: unknown, ...words: string[]) {
	const file = join(scratch, 'export.json');
	writeFileSync(file, JSON.stringify(whole));
	const { status, stdout, stderr } = spawnSync(python, [verifier, file, ...words], { encoding: 'utf8' });
	return { status, stdout, stderr };
}

test('the outside verifier knows the name of every refusal that the vectors ask for', () => {
	const sources = ['strict', 'outside', 'wire', 'reader'].map((name) =>
		readFileSync(new URL(`../../tools/verify/${name}.py`, import.meta.url), 'utf8')
	);
	const asked = new Set(refusedVectors().map(({ reason }) => reason));
	expect([...asked].filter((reason) => !sources.join().includes(`"${reason}"`))).toEqual([]);
});

const outside = (): void => {
	test('come to the same end as this code on every vector', () => {
		const said = execFileSync(python, [verifier, '--vectors', folder], { encoding: 'utf8' });
		const found = said
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { name: string; found: string | null });
		const due = [
			...goodNames().map((name) => ({ name, found: null })),
			...refusedVectors().map(({ name, reason }) => ({ name, found: reason }))
		];
		expect(found.map(({ name, found }) => ({ name, found }))).toEqual(due);
	});

	test('open the golden file with root and key from outside it, and print the same views', () => {
		const text = readFileSync(new URL('golden/vv1.json', import.meta.url), 'utf8');
		const { readers, views, reader, root, ...whole } = JSON.parse(text) as Record<string, unknown> & {
			readers: unknown[];
			root: string;
		};
		expect(reader).toEqual(readers[0]);
		const key = join(scratch, 'reader.jwk');
		for (const secret of readers) {
			writeFileSync(key, JSON.stringify(secret));
			const { status, stdout } = verifyOne(whole, '--root', root, '--key', key);
			expect(status).toBe(0);
			expect(JSON.parse(stdout)).toEqual(views);
		}
	});

	test('say the reason and nothing of the views where something is wrong', () => {
		const text = readFileSync(new URL('golden/vv1.json', import.meta.url), 'utf8');
		const whole = JSON.parse(text) as Record<string, unknown>;
		const { status, stdout, stderr } = verifyOne({ ...whole, root: 'A'.repeat(43) });
		expect({ status, stdout, stderr }).toEqual({
			status: 1,
			stdout: '',
			stderr: 'refused: directory-root\n'
		});
		const { proof: _, ...less } = whole;
		expect(verifyOne(less).stderr).toBe('refused: malformed: export: proof is missing\n');
	});
};

// A test that does not run would count as one that failed; the line above says what is left out.
if (missing.length === 0) describe('python3-jwcrypto and jose', outside);
