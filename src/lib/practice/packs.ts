/** The packs that come with the product, checked when they are first asked for. */
import * as v from 'valibot';
import { ok, refused, type Result } from '../base/result.ts';
import { packSchema, type Pack } from './pack.ts';
import camden from './packs/camden.json' with { type: 'json' };
import neutral from './packs/default.json' with { type: 'json' };
import dorset from './packs/dorset.json' with { type: 'json' };
import wales from './packs/wales.json' with { type: 'json' };
import warwickshire from './packs/warwickshire.json' with { type: 'json' };

const shipped: Readonly<Record<string, unknown>> = { camden, default: neutral, dorset, wales, warwickshire };

/** The ids of the packs that come with the product. */
export const packIds: readonly string[] = Object.keys(shipped);

/** Checks a pack of an authority's own. `detail` says where it is wrong and why. */
export function checkPack(content: unknown): Result<Pack, 'malformed-pack'> {
	const checked = v.safeParse(packSchema, content);
	if (checked.success) return ok(checked.output);
	const [issue] = checked.issues;
	return refused('malformed-pack', `${v.getDotPath(issue) ?? '(whole)'}: ${issue.message}`);
}

const opened = new Map<string, Pack>();

/** The packs that come with the product. */
export const packsShipped = (): readonly Pack[] => packIds.flatMap((id) => findPack(id) ?? []);

const own = new Map<string, Pack>();

/** The packs that meetings can be made under here: the product's, then the authority's own. */
export const allPacks = (): readonly Pack[] => [...packsShipped(), ...own.values()];

/** Makes the authority's own `packs` known; those of before are forgotten. Ids of the product's are not taken. */
export function knowOwnPacks(packs: readonly Pack[]): void {
	own.clear();
	for (const pack of packs) if (!packIds.includes(pack.id)) own.set(pack.id, pack);
}

/** The pack `id`, or null where there is none. Throws where a shipped one is malformed: a defect of the product. */
export function findPack(id: string): Pack | null {
	const known = opened.get(id) ?? own.get(id);
	if (known) return known;
	if (!Object.hasOwn(shipped, id)) return null;
	const checked = checkPack(shipped[id]);
	if (!checked.ok) throw new Error(`Practice pack ${id}: ${checked.detail ?? ''}`);
	opened.set(id, checked.value);
	return checked.value;
}
