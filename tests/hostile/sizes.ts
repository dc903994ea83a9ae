import { gatherTexts } from './vector.ts';

const MEGABYTE = 1_000_000;
/** So far a message is searched for addresses. */
const SEARCHED = 20_000;

function number(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('');
}

/** Texts of every size and shape. */
export const SIZES = gatherTexts('size', {
  'hardly anything': ['', ' ', 'a', '0', '.', '<', '&', '\u0000'],
  'halves of characters': [
    '\ud83d',
    '\ude00',
    '\ude00\ud83d',
    'a\ud83db\ude00c',
    `${'x'.repeat(199)}\ud83d\ude00`,
    `${'x'.repeat(2_499)}\ud83d\ude00`,
  ],
  'joined characters': [
    '👩‍👩‍👧‍👦'.repeat(300),
    '🇳🇴'.repeat(500),
    '🇳'.repeat(501),
    '👍🏽🏽🏽🏽'.repeat(100),
    '\u200d'.repeat(5_000),
    `e${'\u0301'.repeat(10_000)}`,
    '\u202e'.repeat(10_000),
    `1${'\u20e3'.repeat(2_000)}`,
    '\ufdfa'.repeat(3_000),
  ],
  'more than anybody writes': [
    number(6_000, (index) => `line ${index} `),
    'x '.repeat(MEGABYTE / 2),
    'x'.repeat(MEGABYTE),
    number(10_000, (index) => `line ${index}\n`),
    '\n'.repeat(10_000),
    '字'.repeat(30_000),
    `${'y'.repeat(SEARCHED - 12)} https://shop.example/over/the/edge`,
  ],
  'work for a reader of markup or addresses': [
    `${'<div>'.repeat(10_000)}deep`,
    '<b>x</b>'.repeat(8_000),
    '<'.repeat(50_000),
    '<a '.repeat(20_000),
    '&amp;'.repeat(10_000),
    '&#'.repeat(20_000),
    'a.'.repeat(15_000),
    '@'.repeat(20_000),
    'http://'.repeat(5_000),
    'https://shop.example/a '.repeat(800),
    `https://shop.example/${'('.repeat(5_000)}`,
  ],
});
