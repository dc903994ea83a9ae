/** "Other", "related", "earlier": how such words begin in the languages that helpdesks are sold in. */
const OTHER =
  /(?:^|[\s(])(?:other|relat|rela[cç]ion|linked|previous|past |recent|similar|earlier|older|open |closed|solved|suggested|child |merged|duplicate|andr[ae] |tidligere|tidigare|koble|länka|li[kg]nende|liknande|siste |sen[ae]ste|weitere|frühere|verknüpf|ähnlich|letzte|autres|précéd|antéri|liée?s|récent|similaire|otr[oa]s|outr[oa]s|anterior|recient|eerder|vorige|vergelijk|gekoppeld|altr[ie] |correlat|precedent|collegat|simili|muut |aiem|aikaisem|liittyv|inne |poprzedni|powiązan|podobn|ostatni|další|jiné|předchozí|souvise|diğer|önceki|ilgili|benzer|друг|предыдущ|связан|похож|недавн|інш|попередн|останн|пов.?язан|схож|предишн|свързан|alte |recente|anterioare|similare|korábbi|egyéb|legutóbbi|kapcsolód|hasonló|άλλ|προηγούμεν|πρόσφατ|σχετικ|אחר|קודמ|דומ|أخرى|سابق|أخير|مرتبط|مشابه|دیگر|قبلی|اخیر|مرتبط|khác|trước|gần đây|liên quan|lain|sebelumnya|terbaru|terkait|अन्य|पिछल|linki?ert|vincul|(?:this |same |the )(?:customer|requester|contact|user|client|caller|sender|reporter|account|company|person)|(?:customer|requester|contact)['’]s|kunden|asiakkaan|(?:du|ce|del|do) client|deze klant)|関連|過去|他の|以前|最近|其他|相[关關]|历史|歷史|過往|다른|관련|이전|อื่น|ก่อนหน้า|ล่าสุด|\p{L}['’]s /u;
/** "Tickets", in the plural: one ticket's heading may say what it is related to. */
const TICKETS =
  /tickets|obje[ck]t|cases|issues|incident(?:s|i|es|er|en)|vorfälle|hendelser|hændelser|requests|work items|conversations|chats|interactions|inquiries|sak(?:er|ene)|sager|ärenden|henvendelser|foresp[øö]rs|förfrågningar|samtaler|vorgänge|anfragen|fälle|gespräche|demandes|dossiers|incidencias|solicitudes|consultas|casos|chamados|pedidos|atendimentos|conversas|verzoeken|meldingen|aanvragen|gesprekken|richieste|segnalazioni|conversazioni|tiketit|tukipyyn|pyynnö|tapaukset|keskustelut|zgłoszenia|sprawy|rozmowy|tikety|požadavky|talepler|kayıtlar|görüşmeler|обращения|заявки|тикеты|запросы|диалоги|чаты|звернення|запити|тікети|розмови|билети|разговори|tichete|cazuri|solicitări|cereri|conversați|jegyek|ügyek|beszélgetések|bejelentések|δελτία|αιτήματα|υποθέσεις|συνομιλίες|εισιτήρια|פניות|כרטיסים|תיקים|שיחות|تذاكر|التذاكر|طلبات|محادثات|حالات|تیکت|درخواست|گفتگوها|yêu cầu|phiếu|hội thoại|tiket|percakapan|टिकट|ตั๋ว|เคส|การสนทนา|requêtes|チケット|ケース|問い合わせ|工单|工單|案件|票|会[话話]|對話|对话|티켓|문의|대화|상담/;
/** Without a word of both kinds. */
const WHOLE =
  /^(?:interaction|customer) history|^parent (?:ticket|case|issue)|^(?:ticket|case|issue|quick|record) preview|^(?:quick |ticket)?-?\s?(?:preview|vorschau|aperçu|vista previa|anteprima|pré-visualização|forhåndsvisning|förhandsgransk|voorvertoning|podgląd|náhled|esikatselu|önizleme|预览|預覽|プレビュー|미리보기)|^(?:my |our |your |team |the )?(?:queue|backlog|worklist|next up)(?:\W|$)|^recently viewed|^(?:min |vår )?kø(?:en)?(?:\W|$)|^kön?(?:\W|$)|^jono|^warteschlange|^file d.attente|^(?:mi )?cola(?:\W|$)|^(?:la mia )?coda(?:\W|$)|^fila(?:\W|$)|^wachtrij|^kolejka|^fronta(?:\W|$)|^очередь|^черга|^(?:キュー|队列|佇列|대기열)/;
/** What is ready to be used in any ticket, or comes in beside it: how its headings begin. */
const AIDS =
  /^(?:macros?|canned|saved repl|quick (?:repl|respon|text|answer)|predefined|template|response template|reply template|snippet|shortcuts?(?:\W|$)|text module|knowledge|suggested (?:article|answer|repl)|related (?:article|answer)|helper article|articles?(?:$|:)|faq|help cent|notifications?(?:\W|$)|reminders?(?:\W|$)|incoming (?:chat|call)|svarmal|makro|skabelon|standardsvar|mall(?:ar)?(?:\W|$)|hurtigsvar|snabbsvar|vorlage|textbaustein|wissensdatenbank|mod[eè]l(?:e|es|lo|li|os?)(?:\W|$)|réponses? (?:type|prédéfini|enregistr)|base de con|plantilla|respuestas? (?:predefinid|guardad|rápid)|rispost[ae] (?:predefinit|rapid|salvat)|respostas? (?:pronta|predefinid|salva|rápid)|sjablo|standaardantw|szablon|šablon|vastauspohj|valmiit vastauk|tietopank|шаблон|макрос|テンプレート|定型|マクロ|模板|快捷回复|宏|템플릿|매크로)/;
/** A longer text is no heading. */
const MAX_HEADING = 40;
const MAX_AID = 60;

function clean(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether a text is short enough for a heading, and speaks of tickets in the plural. */
export function namesTickets(text: string): boolean {
  return text.trim().length <= MAX_HEADING && TICKETS.test(clean(text));
}

/** Whether a heading announces tickets beside the open one: "Related cases (2)", "Tidligere saker". */
export function namesOtherTickets(heading: string): boolean {
  return (namesTickets(heading) && OTHER.test(clean(heading))) || (heading.length <= MAX_HEADING && WHOLE.test(clean(heading)));
}

/** The same of a line that is not marked up as a heading: it begins with that, and says no more. */
export function isOtherTicketsLine(line: string): boolean {
  return namesTickets(line) && clean(line).search(OTHER) === 0 && !/\d{3}|(?:\S+\s+){4}/.test(clean(line));
}

/** Whether a heading announces help for the agent: ready-made answers, articles, notices. */
export function namesAids(heading: string): boolean {
  return heading.trim().length <= MAX_AID && AIDS.test(clean(heading));
}
