import { expect, test } from 'vitest';
import { instant } from './clock.ts';
import { isId, newId, type ViewId } from './ids.ts';

test('ids are 22 characters of base64url, never the same twice', () => {
	const made = new Set(Array.from({ length: 1000 }, () => newId<ViewId>()));
	expect(made.size).toBe(1000);
	for (const id of made) expect(isId(id)).toBe(true);
});

test.each([
	'',
	'abc',
	'A'.repeat(21),
	`${'A'.repeat(21)}B`,
	`${'A'.repeat(21)}=`,
	'../'.padEnd(22, 'A'),
	7,
	null
])('%j is not an id: too short, stray bits, or another alphabet', (value) => {
	expect(isId(value)).toBe(false);
});

test('an instant is ISO 8601 in UTC', () => {
	expect(instant({ now: () => Date.UTC(2026, 10, 22, 9, 30) })).toBe('2026-11-22T09:30:00.000Z');
});
