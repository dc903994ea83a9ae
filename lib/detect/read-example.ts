/** "For example", "looks like this": how such sentences begin in the languages that helpdesks are sold in. */
const BEFORE =
  /(?:for (?:example|instance)|\be\.\s?g\.|\bsuch as|(?<![.@\w-])(?:example|sample|beispiel|eksempel|exempel|exemple|ejemplo|exemplo|esempio|voorbeeld|przykład|esimerkki|esimerkiksi)(?![\w-]|\.\w)|\b(?:it )?looks like\b|\bz\.\s?b\.|\bf\.\s?eks\.|\bt\.?\s?ex\.|ser (?:slik|sådan|så här|sånn) ut|\bsieht so aus|\bbijv\.|\bnp\.|replace the (?:number|id)|например|наприклад|(?<!\p{L})(?:např(?:\.|íklad)|napr\.|pl\.|például|напр\.|de ex\.|p\.\s?ex\.|por ej\.|p\.\s?ej\.|ad es\.|ör(?:n(?:eğin)?)?\.|örneğin|örnek|příklad|példa|exemplu|приклад|пример|παράδειγμα|π\.χ\.|דוגמה|למשל|مثال|مثلا|ví dụ|contoh|misalnya)(?!\p{L})|ตัวอย่าง|उदाहरण|例[：:]|예[：:]|예시|(?:ligner|liknar|likner) (?:dette|det|detta)|sieht (?:etwa )?wie|ressemble à|se parece a|assomiglia a|lijkt op|wygląda (?:tak|jak)|vypadá (?:takto|jako)|így néz ki|arată (?:așa|astfel)|выглядит так|виглядає так|näyttää tältä|şuna benzer|şöyle|comme ceci|例えば|例如|예를)[^.!?\n\r]{0,60}$/iu;
const AFTER =
  /^[^\n\r.!?]{0,12}(?:\(?(?:à remplacer|to be replaced|placeholder)|\((?:example|exemple|eksempel|exempel|beispiel|ejemplo|exemplo|esempio|voorbeeld|przykład|esimerkki|příklad|örnek|пример|приклад|例|예)\)|(?:as an?|for) (?:example|sample)|with yours|(?:als|zum) beispiel|som eksempel|como ejemplo|como exemplo|come esempio|als voorbeeld|par exemple)/iu;
const NEAR = 100;

/** Whether what stands from `start` to `end` is told as an example of an id: no customer's. */
export function isExample(text: string, start: number, end: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - NEAR), start)) || AFTER.test(text.slice(end, end + NEAR));
}

/** Whether a text is a template: places to be filled in stand in it. */
export function isTemplate(text: string): boolean {
  return /\{\{\s?[\w.]+\s?\}\}|%%\w+%%|\{%\s/.test(text);
}
