import { expect, it } from 'vitest';
import { problem, reasonOf, Refusal, saysDiskFull } from './problem.ts';

const withCode = (code: string): Error => Object.assign(new Error('a child’s words'), { code });

it('says what it is, as RFC 9457 has it, and nothing of what came in', async () => {
	const answer = problem('over-quota', 0.2);
	expect(answer.status).toBe(429);
	expect(answer.headers.get('content-type')).toBe('application/problem+json');
	expect(answer.headers.get('retry-after')).toBe('1');
	expect(await answer.json()).toEqual({
		type: 'about:blank',
		title: 'Too many of these for now.',
		status: 429,
		reason: 'over-quota'
	});
	expect(problem('missing').headers.has('retry-after')).toBe(false);
});

it('knows a full disk by the code of the system and of either database', () => {
	for (const code of ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', '53100'])
		expect(saysDiskFull(withCode(code))).toBe(true);
	expect(saysDiskFull(withCode('ENOENT'))).toBe(false);
	expect(saysDiskFull('ENOSPC')).toBe(false);
});

it('names a reason for whatever is thrown', () => {
	expect(reasonOf(new Refusal('conflict'))).toBe('conflict');
	expect(reasonOf(withCode('SQLITE_FULL'))).toBe('disk-full');
	expect(reasonOf(new Error('anything'))).toBe('failed');
	expect(reasonOf(null)).toBe('failed');
});
