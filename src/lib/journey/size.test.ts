/** How much a child's device fetches for one journey: its questions, and their words in one language, as served. */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { localeIds } from './version.ts';

const folder = new URL('./journeys/', import.meta.url);
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? [entry.name] : []
);
/** The figure: 25 KB brotli for each journey and language. */
const most = 25_000;

/** Bytes of `file` as a bundle carries it, without the blanks of authoring. */
const served = (file: string): number =>
	brotliCompressSync(JSON.stringify(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))).length;

test.each(ids.flatMap((id) => localeIds.map((locale) => [id, locale] as const)))(
	'%s in %s is small enough to fetch on a slow line',
	(id, locale) => {
		expect(served(`${id}/journey.json`) + served(`${id}/text.${locale}.json`)).toBeLessThanOrEqual(most);
	}
);
