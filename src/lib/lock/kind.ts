/** The four locks, and which of them a device is given before anybody has chosen. */
import type { DeviceMode } from '../journey/answer.ts';

/** Every lock, from the least to the most. */
export const lockKinds = ['none', 'picture', 'guarded', 'post-box'] as const;

/** `none`: nothing is asked · `picture`: a code, checked here · `guarded`: a code, half on the server · `post-box`: the letter. */
export type LockKind = (typeof lockKinds)[number];

/** A lock that a code opens. */
export type CodedLock = Extract<LockKind, 'picture' | 'guarded'>;

/** Whether a code opens it. */
export const isCoded = (kind: LockKind): kind is CodedLock => kind === 'picture' || kind === 'guarded';

/** The lock to offer first on such a device; a guarded code can only be made with signal. */
export function suggestedLock(device: DeviceMode, online: boolean): LockKind {
	if (device === 'worker') return 'none';
	if (device === 'shared') return 'post-box';
	return online ? 'guarded' : 'picture';
}

/** The lock that holds until somebody chose: without a code, what a device is for decides. */
export const lockBeforeChoice = (device: DeviceMode): LockKind => (device === 'worker' ? 'none' : 'post-box');
