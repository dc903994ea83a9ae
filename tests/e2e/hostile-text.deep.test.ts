import { TEXTS } from '../hostile/corpus.ts';
import { describeHostileTexts } from './describe-hostile-texts.ts';

/** A ticket holds forty conversations at most. */
const PART = 38;

describeHostileTexts({
  browser: 'chromium',
  surface: 'frame',
  texts: TEXTS,
  answers: TEXTS.filter((_, index) => index % 2 === 0),
  alone: [],
});
describeHostileTexts({
  browser: 'firefox',
  surface: 'panel',
  texts: TEXTS,
  answers: TEXTS.filter((_, index) => index % 2 === 0),
  alone: [],
});
describeHostileTexts({
  browser: 'firefox',
  surface: 'frame',
  texts: TEXTS,
  answers: TEXTS.filter((_, index) => index % 2 === 0),
  alone: [],
});

for (let first = 0; first < TEXTS.length; first += PART) {
  describeHostileTexts({ browser: 'chromium', surface: 'panel', texts: [], answers: [], alone: TEXTS.slice(first, first + PART) });
}
