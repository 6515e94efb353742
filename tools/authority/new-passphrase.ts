/** A passphrase that a machine chose and people can type. */
import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const group = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');

/** Four groups of five letters and digits that are not mistaken for each other: 99 bits. */
export const newPassphrase = (): string => Array.from({ length: 4 }, group).join('-');
