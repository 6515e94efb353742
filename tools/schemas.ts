/** Writes the JSON Schemas that editors check own journeys and packs with: `node tools/schemas.ts`. Held true by a test. */
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { journeySchema, journeyTextSchema } from '../src/lib/journey/schema.ts';
import { packSchema } from '../src/lib/practice/pack.ts';

const folder = new URL('../docs/schemas/', import.meta.url);

/** Each schema by its file's name, as JSON text. What holds between the parts of a journey, no JSON Schema can say: `journey:check` does. */
export const schemas = (): Readonly<Record<string, string>> =>
	Object.fromEntries(
		(
			[
				['journey', 'A journey: what is asked', journeySchema],
				['journey-text', 'The words of a journey in one language', journeyTextSchema],
				['practice-pack', 'A practice pack: what is owed to a child around a meeting', packSchema]
			] as const
		).map(([name, title, schema]) => {
			const made = toJsonSchema(schema, { errorMode: 'ignore' }) as Record<string, unknown>;
			// The file itself may say which schema it keeps to.
			const properties = { $schema: { type: 'string' }, ...(made['properties'] as object) };
			return [`${name}.schema.json`, `${JSON.stringify({ title, ...made, properties }, null, '\t')}\n`];
		})
	);

if (import.meta.main)
	for (const [name, text] of Object.entries(schemas())) writeFileSync(new URL(name, folder), text);
