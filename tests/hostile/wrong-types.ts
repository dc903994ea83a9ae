import { gatherValues } from './vector.ts';

const MARKUP = '"<img src=x onerror=canary()>"';
const AS_HTML = `{"dangerouslySetInnerHTML":{"__html":${MARKUP}}}`;

function nest(depth: number, open: string, close: string): string {
  return open.repeat(depth) + MARKUP + close.repeat(depth);
}

/** Values of another kind than text. */
export const WRONG_TYPES = gatherValues('wrong type', {
  'numbers and the like': ['null', 'true', 'false', '0', '-1', '1.5', '1e308', '12345678901234567890'],
  lists: ['[]', '[[]]', '[null]', `[${MARKUP}]`, `[${MARKUP},${MARKUP}]`, '[["a","b"],["c"]]', `[{"text":${MARKUP}}]`],
  objects: [
    '{}',
    `{"text":${MARKUP}}`,
    `{"text":{"text":${MARKUP}}}`,
    `{"html":${MARKUP}}`,
    `{"__html":${MARKUP}}`,
    `{"${'k'.repeat(500)}":${MARKUP}}`,
    '{"<img src=x onerror=canary()>":1}',
    '{"":""}',
    '{"0":"a","1":"b","length":2}',
    '{"then":"canary()","catch":"canary()"}',
    '{"toJSON":"canary()"}',
    '{"$ref":"#/messages/0"}',
  ],
  'CVE-2026-22028: objects that a renderer takes for its own': [
    `{"type":"b","props":${AS_HTML},"key":null,"ref":null,"constructor":null,"__b":1}`,
    `[{"type":"b","props":${AS_HTML},"key":null,"ref":null,"constructor":null,"__b":1}]`,
    `{"type":"script","props":{"children":"canary()"},"key":null,"ref":null,"constructor":null,"__v":1}`,
    '{"type":"img","props":{"src":"x","onerror":"canary()"},"key":null,"ref":null,"constructor":null}',
    `{"$$typeof":"Symbol(react.transitional.element)","type":"b","props":${AS_HTML},"_owner":null}`,
    `{"__v":0,"__k":[{"type":"iframe","props":{"srcdoc":${MARKUP}}}],"props":{"children":${MARKUP}},"constructor":null}`,
    '{"nodeType":1,"nodeName":"SCRIPT","outerHTML":"<script>canary()</script>"}',
    `{"_$litType$":1,"strings":[${MARKUP}],"values":[]}`,
  ],
  'depth and breadth': [
    nest(12, '[', ']'),
    nest(100, '[', ']'),
    nest(100, '{"a":', '}'),
    `[${Array.from({ length: 5_000 }, (_, index) => index).join()}]`,
    `{${Array.from({ length: 5_000 }, (_, index) => `"k${index}":${index}`).join()}}`,
  ],
});
