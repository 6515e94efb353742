/** Under which head each answer of a grown-up stands: what was seen apart from what it may mean. */
import { loadJourney, loadText } from '../journey/load.ts';

/**
 * The topic of each question of journey `id`, in the words of `locale`, by the question's id. Empty where this build does not
 * know the journey, or cannot fetch it: the answers stand there all the same, without heads.
 */
export async function topicHeads(id: string, locale: string): Promise<ReadonlyMap<string, string>> {
	try {
		const [journey, text] = await Promise.all([loadJourney(id), loadText(id, locale)]);
		return new Map(
			journey.questions.map(({ id: question, topic }) => [question, text.topics[topic]?.['16-17'] ?? ''])
		);
	} catch {
		return new Map();
	}
}
