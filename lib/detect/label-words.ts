/**
 * The words for "conversation" and for "id" in the languages that helpdesks are sold in, as parts of a regular expression over
 * lower-case text. Singular and genitive forms only: a plural is a count ("número de conversas"), not an id.
 */
export const NOUNS: readonly string[] = [
  // en, fr, nl, de, sv, no, da, fi, cs, pl, ro
  'conversation|convo|discussion|dialog(?:ue|o)?|transcript',
  '(?:k|c)onversatiei?|konversationens?|konversations?|konversasjon(?:en)?s?|konversaation?|konwersacj[aię]|konverz[aá]ci[aei]|konverzac(?:ije|e)|rozhovoru',
  // es, pt, it, ro
  'conversaci(?:ó|o)n|charla|conversa(?:ç|c)(?:ã|a)o|conversazione|conversa[țţt]i(?:ei|e)|conversa|bate-papo|clavardage|diálogo',
  // the loanword, everywhere
  '(?:sesi[oó]n|session|sessão|sessione) d[ei] chat|relace chatu|échange (?:de )?t?chat|(?:chatt?|bot)[\\s_-]?(?:se(?:ss|sj)i?(?:on|e)|sitzungs?|protokolls?|verlaufs?|logg?|history)|chatin|chat[ua]|t?chatt?(?:en)?s?|czatu?|csevegés',
  // no, sv, da, is
  'samtal(?:e(?:n|t)?|s)?s?|spjall',
  // fi, de, nl, pl, hu, tr, et, lv, lt, sl, hr
  'keskustelun?|viestiketjun|gespr(?:ä|ae)chs?|unterhaltungs?|gespreks?|rozmow[ay]|beszélgetés|társalgás|konuşma|sohbet|görüşme|yazışma|vestluse?|sarunas?|pokalbio|razgovora|pogovora|klepeta',
  // ru, uk, bg, el
  'чат[ау]?|[дб]иалога?|діалогу?|бесед[аы]|разговора?|розмов[аи]|переписк[аи]|συνομιλίας|συζήτησης',
  // ja, zh, ko
  '(?:会話|対話|チャット|会话|對話|对话|會話|聊天)(?:履歴|记录|記錄|室)?|대화|채팅(?:\\s상담)?',
  // ar, he, fa
  'المحادثة|محادثة|الدردشة|השיחה|שיחה|ה?צ.אט|گفتگو|مکالمه|چت',
  // id, ms, vi, th, hi
  'percakapan|obrolan|perbualan|cuộc trò chuyện|hội thoại|การสนทนา|แชท|वार्तालाप|बातचीत|चैट',
  // cut short
  '[ck]onv\\.?',
];

export const ID_WORDS: readonly string[] = [
  'identifi(?:er|ant|cador|cativo|kation|cation|kator|kátor)s?|identificator(?:ul)?|identyfikator|idnummer|auðkenni|id-ul|ids?\\.?',
  'num(?:ber|mer|ero|[aă]r(?:ul)?|ur[as]|er)?|n(?:ú|u)m(?:ero|\\.)?|numéro|nro\\.?|n[°º]\\.?|n\\.º|№|no\\.?|nr\\.?|n\\.|#|broj|br\\.|številka',
  'réf(?:érence)?\\.?|ref(?:er[eê]nci?[ae]|eran[st]e|eren(?:[sz]e?|tie)?)?\\.?|rif(?:erimento|\\.)|nom[bo]o?r|kennung|kennzeichen|kenmerk|tunnistenumero|tunnus|tunniste|číslo|č\\.|azonosító(?:ja)?|(?:sor)?száma?',
  'código|codice|cod[.e]?|kode[nt]?|kodu?|key|protocolo|kimli[ğg]i|kimlik|numaras[ıi]|identifikators|numeris|номер|идентификатор|ідентифікатор|код|αριθμός|αρ\\.|κωδικός|αναγνωριστικό',
  '番号|識別子|编号|編號|号码|號碼|号|號|标识|識別碼|번호|아이디|식별자',
  'معرّ?ف|رقم|מזהה|מספר|شناسه|شماره|mã|số|รหัส|หมายเลข|आईडी|संख्या',
];

/** Small words of "ID de la conversación", "Nummer des Gesprächs", "ID of the chat". */
export const LINK_WORDS = 'de|da|do|di|du|des|der|del|dela|della|dello|la|el|le|of|the|av|af|for|för|til|van|het|på|na|на';

/** Names of other chat systems: their conversation ids are of no use to MAAX or SocialBoards. */
const SYSTEMS =
  'intercom|zendesk|freshchat|freshdesk|facebook|messenger|instagram|whatsapp|slack|teams|genesys|five9|twilio|drift|livechat|crisp|hubspot|salesforce|gorgias|kustomer|help ?scout|tidio|jira|odoo(?: live)?|chatwoot|zammad|gladly|liveperson|telegram|wechat|olark|tawk|kayako|dixa|missive|re:?amaze|vonage|viber|kindly|giosg|leadoo|puzzel|trengo|userlike|bold360|talkdesk|aircall|sales ?iq|zoho';
const PART = '(?:\\s(?:messaging|messenger|live ?chat|web ?chat|answer bot))?';
/** Before a label: such a system, another channel, or an example. */
export const FOREIGN = new RegExp(
  `(?:^|[^a-z])(?:${SYSTEMS}|ada|outlook|exchange|e-?mail|sms|voice|phone|call|front|telefon|google|example|eksempel|beispiel|exempel|exemple|ejemplo|exemplo|esempio|voorbeeld)${PART}[\\s\\ue001_:'s–—-]*$`,
);
/** After one: "… de LiveChat", "… (Intercom)", and then its number. */
export const OF_FOREIGN = new RegExp(
  `^\\s?(?:[([]\\s?|(?:d[aeiou]l?|of|from|von|av|van|på|in|hos|i|en|em|na|w)\\s)(?:${SYSTEMS})${PART}\\s?[)\\]]?[\\s\\ue001]*(?:[:=#\\d\\n\\r]|$)`,
);
