import { TEXTS } from '../hostile/corpus.ts';
import { describeHostileTexts } from './describe-hostile-texts.ts';

/** A ticket holds fifty conversations at most. */
const PART = 45;

describeHostileTexts({ browser: 'chromium', surface: 'frame', texts: TEXTS, alone: [] });
describeHostileTexts({ browser: 'firefox', surface: 'panel', texts: TEXTS, alone: [] });
describeHostileTexts({ browser: 'firefox', surface: 'frame', texts: TEXTS, alone: [] });

for (let first = 0; first < TEXTS.length; first += PART) {
  describeHostileTexts({ browser: 'chromium', surface: 'panel', texts: [], alone: TEXTS.slice(first, first + PART) });
}
