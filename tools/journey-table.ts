/**
 * Writes docs/journeys.md: which question of which journey covers which subject, in which version, and where it comes
 * from. `node tools/journey-table.ts` writes it; a test holds it to be current.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { versionsOf, type Journey } from '../src/lib/journey/journey.ts';
import { versionIds } from '../src/lib/journey/version.ts';
import type { VersionId } from '../src/lib/journey/version.ts';
import subjects from '../src/lib/journey/journeys/subjects.json' with { type: 'json' };

/** One subject of the inventory. */
export interface Subject {
	readonly id: string;
	readonly name: string;
	/** `every-journey`, `version` (asked in any journey from an age on), or the journey that adds it. */
	readonly group: string;
	/** The youngest version that it belongs to. Easy read takes what belongs to 11 and under. */
	readonly from: VersionId;
	/** Where it is met instead, by version or by journey. */
	readonly elsewhere?: Readonly<Record<string, string>>;
}

/** The inventory. */
export const inventory: readonly Subject[] = subjects as readonly Subject[];

const journeys = new URL('../src/lib/journey/journeys/', import.meta.url);

/** Every journey of the product, by the names of their folders. */
export const allJourneys = (): readonly Journey[] =>
	readdirSync(journeys, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort()
		.map((id) => JSON.parse(readFileSync(new URL(`${id}/journey.json`, journeys), 'utf8')) as Journey);

/** Whether `version` of a journey is to cover `subject`. */
export function belongs(subject: Subject, version: VersionId): boolean {
	if (version === 'easy') return subject.from === '4-7' || subject.from === '8-11';
	return versionIds.indexOf(subject.from) <= versionIds.indexOf(version);
}

/** Where `subject` is met instead in `version`, or in this journey as a whole. */
export const elsewhere = (subject: Subject, version: VersionId, journey?: Journey): string | undefined =>
	subject.elsewhere?.[version] ?? (journey && subject.elsewhere?.[journey.id]);

/** The questions of `journey` that ask `subject` in `version`. */
export const covering = (journey: Journey, subject: string, version: VersionId): readonly string[] =>
	journey.questions
		.filter((question) => question.subjects.includes(subject) && question.asked[version])
		.map((question) => question.id);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
	const widths = head.map((cell, at) =>
		Math.max(3, cell.length, ...rows.map((row) => (row[at] ?? '').length))
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

function ofJourney(journey: Journey): string {
	const versions = versionsOf(journey);
	const counts = table(
		['questions', ...versions],
		(['core', 'all'] as const).map((which) => [
			which,
			...versions.map((version) => {
				const asked = journey.questions.flatMap((question) => question.asked[version] ?? []);
				return String(which === 'core' ? asked.filter((each) => each.core).length : asked.length);
			})
		])
	);
	const rows = inventory
		.filter(
			(subject) =>
				subject.elsewhere?.[journey.id] !== undefined ||
				journey.questions.some((question) => question.subjects.includes(subject.id))
		)
		.map((subject) => [
			subject.name,
			...versions.map((version) => {
				const ids = covering(journey, subject.id, version).join(', ');
				return ids || (belongs(subject, version) ? (elsewhere(subject, version, journey) ?? '–') : '–');
			})
		]);
	const sources = journey.questions.map((question) => [
		question.id,
		question.kind,
		question.topic,
		question.source
	]);
	return [
		`## ${journey.id}, version ${journey.version}`,
		`Asks a ${journey.audience ?? 'child'}; ${journey.size ?? 'full'}.`,
		counts,
		table(['subject', ...versions], rows),
		table(['question', 'kind', 'topic', 'source'], sources)
	].join('\n\n');
}

/** The whole page. */
export const journeysPage = (): string =>
	[
		'# Journeys: what is asked, of whom, and why',
		'Written by `node tools/journey-table.ts` from the journeys themselves; do not edit. `–`: not asked in this version. 000 to 004 are the five documents of practice: Warwickshire, Wales, family rights, Camden, Dorset; the inventory is the list of subjects below, gathered from the forms in use, and says nothing of their wording.',
		...allJourneys().map(ofJourney)
	].join('\n\n') + '\n';

if (import.meta.main) writeFileSync(new URL('../docs/journeys.md', import.meta.url), journeysPage());
