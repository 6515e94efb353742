/** begins */
import { takeFirstMoment } from './first-moment.ts';
export const begin = () => void takeFirstMoment();
