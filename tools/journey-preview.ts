/**
 * `npm run journey:preview -- FILE`: walks a journey in the browser, in each version and language that it has, through the real product on a
 * data folder that is thrown away. FILE: a journey's folder or its `journey.json`; one of the product's by its name.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { versionsOf, type Journey } from '../src/lib/journey/journey.ts';
import { isShipped } from '../src/lib/journey/shipped.ts';
import { localeIds, typicalAge, type LocaleId } from '../src/lib/journey/version.ts';
import { checkJourneyFolder } from '../src/lib/own/read.ts';
import { openServer } from '../src/lib/server/running.ts';
import { readSettings } from '../src/lib/server/settings.ts';
import { listMeetings } from '../src/lib/server/meeting/meeting.ts';
import { findStaff } from '../src/lib/server/staff/staff.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { inviteChild, prepareDemo } from './demo.ts';
import { allJourneys } from './journey-table.ts';

/** The journey to be walked, its languages, and the folder it comes from where it is an authority's own. Ends the process where it cannot be used. */
function chosen(file: string): { journey: Journey; locales: readonly LocaleId[]; folder: string | null } {
	const shipped = isShipped(file) ? allJourneys().find(({ id }) => id === file) : undefined;
	if (shipped) return { journey: shipped, locales: localeIds, folder: null };
	const path = resolve(process.env['INIT_CWD'] ?? '.', file);
	const folder = basename(path) === 'journey.json' ? dirname(path) : path;
	const checked = existsSync(folder) ? checkJourneyFolder(folder) : null;
	if (!checked?.ok) {
		process.stderr.write(checked ? `${checked.detail ?? ''}: ${checked.reason}\n` : `${file}: not-there\n`);
		process.exit(1);
	}
	const { journey, texts } = checked.value;
	return { journey, locales: localeIds.filter((locale) => texts[locale]), folder };
}

const [file] = process.argv.slice(2);
if (file === undefined) {
	process.stderr.write('Usage: npm run journey:preview -- FILE\n');
	process.exit(2);
}
const { journey, locales, folder } = chosen(file);
buildIfStale();
const data = mkdtempSync(join(tmpdir(), 'my-say-preview-'));
process.once('exit', () => rmSync(data, { recursive: true, force: true }));
process.env['DATA_DIR'] = data;
process.env['LOG_LEVEL'] ||= 'warn';
if (folder !== null) {
	const local = join(data, 'local');
	mkdirSync(join(local, 'journeys'), { recursive: true });
	cpSync(folder, join(local, 'journeys', journey.id), { recursive: true });
	process.env['LOCAL_DIR'] = local;
}
const settings = readSettings(process.env);
const demo = await prepareDemo(settings);
if (!demo) throw new Error('A new data folder has no authority');
const server = await openServer(settings);
const coordinator = demo.people.find(({ part }) => part === 'coordinator');
const me = coordinator ? await findStaff(server.database, coordinator.id) : null;
const [meeting] = me ? await listMeetings(server.database, me) : [];
if (!me || !meeting) throw new Error('The demonstration has lost its people');
const lines: string[] = [];
for (const look of versionsOf(journey))
	for (const locale of locales) {
		const child = { label: 'Preview', age: typicalAge[look], look, locale };
		const { fragment } = await inviteChild(server, me, meeting.id, demo.root, child, journey.id);
		lines.push(`  ${`${look}, ${locale}`.padEnd(10)}  ${settings.origin}/#${fragment}`);
	}
await server.close();
const { listening } = await import('./serve.ts');
await listening;
process.stdout.write(
	`\n${journey.id}, to be tried: nothing of it is kept. Stop with Ctrl+C.\n\n${lines.join('\n')}\n\n`
);
