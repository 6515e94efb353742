import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { canonicalJson, parseCanonical, parseJson } from './canonical.ts';
import { checked } from './refusal.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

test('numbers and letters are written as RFC 8785 §3.2.2 prints them', () => {
	const numbers = [
		Number('333333333.33333329'),
		1e30,
		4.5,
		2e-3,
		0.000000000000000000000000001,
		-0,
		1e21,
		1e-7
	];
	const literals = [null, true, false];
	const string = '€$\u000f\nA\'B"\\\\"/';
	expect(canonicalJson({ string, numbers, literals })).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,1e-7],' +
			'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
	);
});

test('members stand in the order of their UTF-16 units (RFC 8785 §3.2.3)', () => {
	const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
	expect(Object.keys(JSON.parse(canonicalJson(value)) as object).sort()).toEqual(Object.keys(value).sort());
	expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
});

test('what is undefined is left out; what JSON cannot say is refused', () => {
	expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
	const nested: unknown = Array.from({ length: 40 }).reduce((inner) => [inner], 0);
	for (const value of [NaN, Infinity, '\ud83d', { '\ud83d': 1 }, () => 1, 1n, undefined, nested])
		expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('any value of JSON comes back, whatever the order of its members', () => {
	const json = fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' });
	const shuffled = (value: unknown): unknown =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).reverse())
			: value;
	fc.assert(
		fc.property(json, (value) => {
			const text = canonicalJson(value);
			expect(canonicalJson(shuffled(value))).toBe(text);
			expect(canonicalJson(parseCanonical(text))).toBe(text);
		})
	);
});

test.each([
	['{"a":1,"a":2}', 'duplicate-member'],
	['{"a":{"b":1,"\\u0062":2}}', 'duplicate-member'],
	['[{"a":1},{"b":[],"c":{},"b":0}]', 'duplicate-member'],
	['{"a":1,}', 'malformed'],
	['', 'malformed'],
	['NaN', 'malformed'],
	['['.repeat(33) + ']'.repeat(33), 'malformed']
])('%s is refused: %s', (text, reason) => {
	expect(checked(() => parseJson(text))).toMatchObject({ ok: false, reason });
});

test('a name twice in different objects is none twice; braces inside words are words', () => {
	const text = '[{"a":1},{"a":{"a":"a"}},"{\\"a\\":1,\\"a\\":2}","\\\\",{"\\\\":":","\\"":","}]';
	expect(parseJson(text)).toEqual(JSON.parse(text));
});

test.each(['{"b":1,"a":2}', '{"a": 1}', '1.0', '1e0', '"\\u0061"', '"\\/"', '"\\ud83d"', ' 1', '-0', '1E2'])(
	'%s is JSON in another spelling',
	(text) => {
		expect(checked(() => parseCanonical(text))).toMatchObject({ ok: false, reason: 'not-canonical' });
	}
);

test('reading garbage refuses and never throws anything else', () => {
	const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', '"a"', ':', ',', '1', '\\', '"', ' ', 'null'));
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'binary' }),
				pieces.map((parts) => parts.join(''))
			),
			(text) => {
				const read = checked(() => parseJson(text));
				if (read.ok) expect(read.value).toEqual(JSON.parse(text));
				else expect(['malformed', 'duplicate-member']).toContain(read.reason);
			}
		)
	);
});
