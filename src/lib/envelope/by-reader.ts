/** Who of the directory signed something for a child: the one check under notes and replies. */
import type { Instant } from '../base/brand.ts';
import type { StaffId } from '../base/ids.ts';
import { living } from './directory.ts';
import type { VerifiedDirectory } from './directory.ts';
import { thumbprint } from './jwk.ts';
import { demandSigned } from './jws.ts';
import type { ReadJws } from './jws.ts';
import { demand } from './refusal.ts';

/** Somebody of the staff, as the directory names them. */
export interface Signer {
	readonly staff: StaffId | null;
	readonly name: string;
	readonly role: string;
}

/** The reader whose key, living `at` that time, signed `jws`. Refuses `bad-key` where `directory` knew none. */
export async function demandReader(jws: ReadJws, directory: VerifiedDirectory, at: Instant): Promise<Signer> {
	for (const key of [...directory.readers.values()].flat()) {
		if (!key.sig || !living(key, at) || (await thumbprint(key.sig)) !== jws.kid) continue;
		await demandSigned(jws, key.sig, 'bad-key');
		return { staff: key.staff, name: key.name, role: key.role };
	}
	demand(false, 'bad-key', 'no reader of the directory');
}
