/** The groups of the corpus, and how many vectors each has at least. */
export const GROUPS = {
  markup: 220,
  evasion: 100,
  link: 80,
  markdown: 60,
  deception: 60,
  names: 30,
  size: 40,
  'wrong type': 40,
  'prototype key': 20,
} as const;

export type Group = keyof typeof GROUPS;

interface Named {
  /** Stays the same when others are added: a failure names it. */
  readonly id: string;
  readonly group: Group;
  /** What it is an example of. All are written by hand for this corpus; where one repeats a published attack, it is named here. */
  readonly origin: string;
}

/** What somebody writes. Runs `canary()` where it is taken for code, and asks evil.example where it is taken for an address. */
export interface TextVector extends Named {
  readonly text: string;
}

/** What stands in an answer where a text is expected. */
export interface ValueVector extends Named {
  readonly value: unknown;
}

/** Texts by their origin. */
export function gatherTexts(group: Group, sections: Readonly<Record<string, readonly string[]>>): readonly TextVector[] {
  return Object.entries(sections).flatMap(([origin, texts]) =>
    texts.map((text, index) => ({ id: `${group}: ${origin} ${index + 1}`, group, origin, text })),
  );
}

/** Values by their origin, written as JSON: an object literal cannot have a member of its own named `__proto__`. */
export function gatherValues(group: Group, sections: Readonly<Record<string, readonly string[]>>): readonly ValueVector[] {
  return Object.entries(sections).flatMap(([origin, values]) =>
    values.map((json, index) => ({
      id: `${group}: ${origin} ${index + 1}`,
      group,
      origin,
      value: JSON.parse(json) as unknown,
    })),
  );
}
