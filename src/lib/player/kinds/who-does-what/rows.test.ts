import { expect, it } from 'vitest';
import { isEmpty } from '../../../journey/answering.ts';
import type { Value } from '../../../journey/answer.ts';
import { emptyRow, rowsOf, rowsValue } from './rows.ts';

it('keeps all of every row, there and back', () => {
	const value: Value = {
		kind: 'who-does-what',
		rows: [
			{ who: 'mum', what: 'Ring me', when: 'soon' },
			{ who: null, whoWords: 'Jo', what: 'Come' },
			{ who: 'school' },
			{ who: null, when: 'later' }
		]
	};
	expect(rowsValue(rowsOf(value))).toEqual(value);
});

it('starts with one empty row, which says nothing', () => {
	expect(rowsOf(undefined)).toEqual([emptyRow]);
	expect(isEmpty(rowsValue(rowsOf(undefined)))).toBe(true);
	expect(
		rowsValue([
			{ ...emptyRow, what: ' ' },
			{ ...emptyRow, what: 'Go' }
		])
	).toEqual({
		kind: 'who-does-what',
		rows: [{ who: null, what: 'Go' }]
	});
});
