/** Who is called about a child who is not safe, in which order: duty readers who can open what was sent. */
import type { Instant } from '../../base/brand.ts';
import type { StaffId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { currentDirectory, isLive } from '../directory/directory.ts';
import type { AuthoritySettings } from '../setting/setting.ts';
import { staffWith } from '../staff/staff.ts';

/** Members of staff with `role` whose key for it is living at `now`. */
export async function living(
	database: Database,
	now: Instant,
	role: 'advocate' | 'duty'
): Promise<readonly StaffId[]> {
	const { directory } = await currentDirectory(database);
	const keyed = new Set(
		directory.keys.flatMap((key) => (key.role === role && key.staff && isLive(key, now) ? [key.staff] : []))
	);
	return (await staffWith(database, role)).map(({ id }) => id).filter((id) => keyed.has(id));
}

/** Duty readers with a living key: those whom the settings name, in that order, then the others by name. */
export async function dutyLine(
	database: Database,
	now: Instant,
	{ line }: Pick<AuthoritySettings, 'line'>
): Promise<readonly StaffId[]> {
	const able = await living(database, now, 'duty');
	if (able.length === 0 || line.length === 0) return able;
	const rows = await database.db
		.selectFrom('user')
		.select(['id', 'email'])
		.where('id', 'in', [...able])
		.execute();
	const place = new Map(
		rows.map(({ id, email }) => [id, line.map((one) => one.toLowerCase()).indexOf(email)])
	);
	const rank = (id: StaffId): number => {
		const at = place.get(id) ?? -1;
		return at < 0 ? line.length : at;
	};
	return able.toSorted((a, b) => rank(a) - rank(b));
}
