import { TEXTS } from '../hostile/corpus.ts';
import { describeHostileTexts } from './describe-hostile-texts.ts';

/** So that each group and most origins are in it; the longest come in full in Chromium's panel. */
const sample = TEXTS.filter(({ text }, index) => index % 7 === 0 && text.length < 50_000);
const alone = sample.filter((_, index) => index % 20 === 0);

describeHostileTexts({ browser: 'chromium', surface: 'panel', texts: TEXTS, answers: [], alone: [] });
describeHostileTexts({ browser: 'chromium', surface: 'panel', texts: [], answers: TEXTS, alone });
describeHostileTexts({ browser: 'chromium', surface: 'frame', texts: sample, answers: sample, alone });
describeHostileTexts({ browser: 'firefox', surface: 'frame', texts: sample, answers: sample, alone });
