/**
 * `npm run journey:check -- FILE…`: whether an authority's own journeys and packs can be used, and whether their words keep to the limits of
 * each version. FILE: a journey's folder or its `journey.json`, a pack's JSON, or the whole folder (`LOCAL_DIR`). Ends with 1 where one
 * cannot, having said file, path and reason.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { askingMissed, wordsMissed, type Missed } from '../src/lib/journey/gates.ts';
import type { OwnJourney } from '../src/lib/journey/own.ts';
import { checkJourneyFolder, checkPackFile, OwnRefused, readOwn } from '../src/lib/own/read.ts';

/** What is wrong with the words and the asking of `own`: lines. */
const gatesOf = ({ journey, texts }: OwnJourney): readonly string[] => {
	const line = ({ gate, where, what }: Missed) => `${gate} (${where}): ${what}`;
	return [
		...askingMissed(journey).map((missed) => `journey.json: ${line(missed)}`),
		...Object.values(texts).flatMap((text) =>
			wordsMissed(journey, text).map((missed) => `text.${text.locale}.json: ${line(missed)}`)
		)
	];
};

/** What is wrong with `file`: lines, none where nothing is. */
function faultsOf(file: string): readonly string[] {
	if (!existsSync(file)) return [`${file}: not-there`];
	const folder = basename(file) === 'journey.json' ? dirname(file) : file;
	if (!statSync(folder).isDirectory()) {
		const checked = checkPackFile(folder);
		return checked.ok ? [] : [`${checked.detail ?? ''}: ${checked.reason}`];
	}
	if (existsSync(join(folder, 'journey.json'))) {
		const checked = checkJourneyFolder(folder);
		return checked.ok ? gatesOf(checked.value) : [`${checked.detail ?? ''}: ${checked.reason}`];
	}
	try {
		return [...readOwn(folder).journeys.values()].flatMap((own) =>
			gatesOf(own).map((line) => `journeys/${own.journey.id}/${line}`)
		);
	} catch (error) {
		if (error instanceof OwnRefused) return [error.message];
		throw error;
	}
}

const files = process.argv.slice(2);
if (files.length === 0) {
	process.stderr.write('Usage: npm run journey:check -- FILE…\n');
	process.exit(2);
}
for (const file of files) {
	const faults = faultsOf(resolve(process.env['INIT_CWD'] ?? '.', file));
	process.stdout.write(
		faults.length === 0 ? `✓ ${file}\n` : `✗ ${file}\n${faults.map((one) => `  ${one}\n`).join('')}`
	);
	if (faults.length > 0) process.exitCode = 1;
}
