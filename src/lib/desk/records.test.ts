/** How far a child has come, as a coordinator's list says it. */
import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import type { InvitationId } from '../base/ids.ts';
import { progressOf, type InvitationRow } from './records.ts';

const at = '2026-12-01T09:00:00.000Z' as Instant;
const row: InvitationRow = {
	id: 'AAAAAAAAAAAAAAAAAAAAAA' as InvitationId,
	label: 'A',
	age: 9,
	look: '8-11',
	locale: 'en',
	journey: null,
	createdAt: at,
	expiresAt: at,
	revokedAt: null,
	devices: [],
	views: 0,
	replies: 0
};
const device = { thumbprint: 'x', animals: ['owl', 'fox'], enrolledAt: at, guard: 'none' } as const;

describe('how far a child has come', () => {
	it.each([
		['not-asked', row],
		['started', { ...row, devices: [device] }],
		['sent', { ...row, devices: [device], views: 1 }],
		['withdrawn', { ...row, revokedAt: at }],
		['withdrawn', { ...row, devices: [device], revokedAt: at }],
		['sent', { ...row, devices: [device], views: 2, revokedAt: at }]
	] as const)('%s', (progress, found) => {
		expect(progressOf(found)).toBe(progress);
	});
});
