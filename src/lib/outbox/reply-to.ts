/** Where answers to a letter are sealed to: its reply key, made from its secret. */
import type { UnwrappingKey } from '../envelope/keys.ts';
import { replyKeyOf } from '../envelope/reply-key.ts';
import type { InvitationLink } from '../invitation/link.ts';
import { replySeed } from '../invitation/secret.ts';

/** The reply key of the letter `link`. */
export const replyTo = async ({ secret }: Pick<InvitationLink, 'secret'>): Promise<UnwrappingKey> =>
	replyKeyOf(await replySeed(secret));
