/** What the demonstration remembers of itself: passphrases and invitations, so that every start prints the same ones. */
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/lib/base/brand.ts';
import type { StaffId } from '../../src/lib/base/ids.ts';
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';

/** One invitation with everything that stands in its letter. */
export interface DemoInvitation {
	readonly label: string;
	readonly age: number;
	readonly look: VersionId;
	readonly locale: LocaleId;
	/** The link's fragment. Whoever has it is the child. */
	readonly fragment: string;
	readonly words: string;
}

/** Somebody at the demonstration's desk. */
export interface DemoPerson {
	readonly id: StaffId;
	readonly name: string;
	readonly email: string;
	readonly part: string;
	/** Opens the person's keys where the passphrase is not at hand; null where they have none yet. */
	readonly code: string | null;
}

/** Everything that is remembered. */
export interface DemoState {
	readonly v: 1;
	readonly root: string;
	/** For signing in, everybody's. */
	readonly passphrase: string;
	/** Opens chair's and deputy's keys, and the organisation's key files. */
	readonly keyPassphrase: string;
	readonly people: readonly DemoPerson[];
	readonly invitations: readonly DemoInvitation[];
	/** The later meeting's day: once it has passed, new ones are made. */
	readonly until: Day;
}

const warning = `This is a DEMONSTRATION authority. Its root and recovery keys lie here beside their passphrase,
so nothing that is sent to it is secret. Never use it for a real child: delete this whole data folder
and set up a real authority (docs/operations.md).
`;

/** The folder of the demonstration's own things in the data folder. */
export const demoFolder = (data: string): string => join(data, 'demonstration');

const fileOf = (data: string): string => join(demoFolder(data), 'state.json');

/** What was remembered in `data`, or null. */
export const readState = (data: string): DemoState | null =>
	existsSync(fileOf(data)) ? (JSON.parse(readFileSync(fileOf(data), 'utf8')) as DemoState) : null;

/** Remembers `state` in `data`, whole or not at all. */
export function writeState(data: string, state: DemoState): void {
	mkdirSync(demoFolder(data), { recursive: true, mode: 0o700 });
	write(join(demoFolder(data), 'DEMONSTRATION.txt'), warning);
	write(fileOf(data), `${JSON.stringify(state, null, '\t')}\n`);
}

function write(path: string, text: string): void {
	const file = openSync(`${path}.new`, 'w', 0o600);
	writeSync(file, text);
	fsyncSync(file);
	closeSync(file);
	renameSync(`${path}.new`, path);
}
