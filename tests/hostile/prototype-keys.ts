import { gatherValues } from './vector.ts';

/** Members with the names that every object inherits. `polluted` must never be found on another object. */
export const PROTOTYPE_KEYS = gatherValues('prototype key', {
  'the prototype itself': [
    '{"__proto__":{"polluted":true}}',
    '{"__proto__":{"__proto__":{"polluted":true}}}',
    '{"__proto__":{"text":"canary()"},"other":"x"}',
    '{"__proto__":null}',
    '{"__proto__":[]}',
    '{"__proto__":"x"}',
    '["__proto__","polluted"]',
    '{"a":{"b":{"__proto__":{"polluted":true}}}}',
    '{"__proto__.polluted":true,"__proto__[polluted]":true}',
  ],
  'the constructor': [
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"constructor":"x"}',
    '{"constructor":{"name":"x","prototype":null}}',
    '{"prototype":{"polluted":true}}',
  ],
  'names of methods': [
    '{"toString":"x","valueOf":"x"}',
    '{"toString":null}',
    '{"hasOwnProperty":null,"isPrototypeOf":{}}',
    '{"__defineGetter__":"text","__lookupGetter__":1}',
    '{"length":-1,"map":"x","filter":"x","flatMap":"x"}',
    '{"text":{"__proto__":{"toString":"x"}}}',
    '{"trim":"x","slice":"x","replaceAll":"x"}',
  ],
});
