/** The product under measure: the production build and server, with an authority and a child's letter at hand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { Authority, makeAuthority } from '../tests/fixtures/authority.ts';
import { readersFor } from '../tests/fixtures/child.ts';
import type { Invited } from '../tests/fixtures/coordinator.ts';
import { newFolder, startProduct } from '../tests/fixtures/product.ts';
import { wordsOf } from '../tests/fixtures/words.ts';

const root = join(import.meta.dirname, '..');

/** A running product. */
export interface BenchProduct {
	readonly origin: string;
	readonly authority: Authority;
	/** The letter of a child of the 8–11 version, in English. */
	readonly link: URL;
	/** What the first button says. */
	readonly startWords: string;
	/** Another child. */
	readonly invite: () => Promise<Invited>;
	readonly readers: () => ReturnType<typeof readersFor>;
	readonly stop: () => Promise<void>;
}

let built = false;

/** Builds, once per run and unless `BUILT` says that it is, and starts with `environment` on top of the usual. */
export async function startForBench(
	environment: Readonly<Record<string, string>> = {}
): Promise<BenchProduct> {
	if (!built && !(process.env['BUILT'] && existsSync(join(root, 'build'))))
		await build({ root, logLevel: 'warn' });
	built = true;
	const folder = newFolder();
	await makeAuthority(folder);
	const { origin, stop } = await startProduct(folder, environment);
	const authority = new Authority(origin, folder);
	const meeting = await authority.meeting();
	const { link } = await authority.invite({ meeting });
	return {
		origin,
		authority,
		link: new URL(link),
		startWords: wordsOf('en')('child:first.start'),
		invite: () => authority.invite({ meeting }),
		readers: () => readersFor(origin, authority.state.root, authority.leads),
		stop
	};
}
