import { expect, it } from 'vitest';
import { isEmpty } from '../../../journey/answering.ts';
import { withStep } from './steps.ts';

it('keeps then and now apart, takes one back, and may be empty again', () => {
	const then = withStep(undefined, 'then', 'very');
	expect(then).toEqual({ kind: 'then-now', then: 'very' });
	const both = withStep(then, 'now', 'not');
	expect(both).toEqual({ kind: 'then-now', then: 'very', now: 'not' });
	expect(withStep(both, 'now', 'a-bit')).toEqual({ kind: 'then-now', then: 'very', now: 'a-bit' });
	expect(withStep(both, 'then', 'very')).toEqual({ kind: 'then-now', now: 'not' });
	expect(isEmpty(withStep(then, 'then', 'very'))).toBe(true);
});
