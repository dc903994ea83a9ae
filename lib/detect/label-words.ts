/**
 * The words for "conversation" and for "id" in the languages that helpdesks are sold in, as parts of a regular expression over
 * lower-case text. Singular and genitive forms only: a plural is a count ("número de conversas"), not an id.
 */
export const NOUNS: readonly string[] = [
  // en, fr, nl, de, sv, no, da, fi, cs, pl, ro
  'conversation|convo|discussion|dialog(?:ue)?|transcript',
  '(?:k|c)onversatie|konversationens?|konversations?|konversasjon(?:en)?s?|konversaation?|konwersacj[aię]|konverz[aá]ci[aei]|konverzace|rozhovoru',
  // es, pt, it, ro
  'conversaci(?:ó|o)n|charla|conversa(?:ç|c)(?:ã|a)o|conversazione|conversați(?:ei|e)|conversa|bate-papo|clavardage',
  // the loanword, everywhere
  'chatt?[\\s_-]?(?:se(?:ss|sj)i?on|sitzungs?|logg?|history)|chatverlaufs?|chatin|chatu|chatt?(?:en)?s?|czatu?|csevegés',
  // no, sv, da, is
  'samtale(?:n)?s?|samtal(?:et)?s?',
  // fi, de, nl, pl, hu, tr, et, lv, lt
  'keskustelun?|gespr(?:ä|ae)chs?|unterhaltungs?|gespreks?|rozmowy|beszélgetés|konuşma|sohbet|görüşme|vestluse?|sarunas?|pokalbio',
  // ru, uk, bg, el
  'чата|диалога|беседы|разговора|розмови|діалогу|чату|συνομιλίας|συζήτησης',
  // ja, zh, ko
  '会話|対話|チャット|会话|對話|对话|會話|聊天|대화|채팅',
  // ar, he, fa
  'المحادثة|محادثة|الدردشة|השיחה|שיחה|הצ׳אט|گفتگو',
  // id, vi, th, hi
  'conv|percakapan|obrolan|cuộc trò chuyện|hội thoại|การสนทนา|แชท|वार्तालाप|बातचीत',
];

export const ID_WORDS: readonly string[] = [
  'identifi(?:er|ant|cador|cativo|kation|cation|kator|kátor)|identyfikator|idnummer|auðkenni|ids?\\.?',
  'num(?:ber|mer|ero|[aă]rul|er)?|n(?:ú|u)m(?:ero|\\.)?|numéro|n[°º]\\.?|n\\.º|№|no\\.?|nr\\.?|n\\.|#',
  'réf(?:érence)?\\.?|ref(?:er[eê]nci?[ae]|eranse|eren[sz])?\\.?|riferimento|nomor|kennung|kennzeichen|kenmerk|tunnistenumero|tunnus|tunniste|číslo|azonosító(?:ja)?',
  'código|codice|kimli[ğg]i|kimlik|numaras[ıi]|identifikators|numeris|номер|идентификатор|ідентифікатор|код|αριθμός|κωδικός|αναγνωριστικό',
  '番号|識別子|编号|編號|号码|號碼|标识|識別碼|번호|아이디|식별자',
  'معرّ?ف|رقم|מזהה|מספר|شناسه|mã|số|รหัส|หมายเลข|आईडी|संख्या',
];

/** Small words of "ID de la conversación", "Nummer des Gesprächs", "ID of the chat". */
export const LINK_WORDS = 'de|da|do|di|du|des|der|del|dela|della|dello|la|el|le|of|the|av|af|for|för|til|van|het';

/** Names of other chat systems and channels: their conversation ids are of no use to MAAX or SocialBoards. */
export const FOREIGN =
  /(?:^|[^a-z])(?:intercom|zendesk|freshchat|freshdesk|facebook|messenger|instagram|whatsapp|slack|teams|genesys|five9|twilio|drift|livechat|crisp|hubspot|salesforce|gorgias|kustomer|help ?scout|tidio|ada|outlook|exchange|e-?mail|sms|voice|phone|call|jira|front|chatwoot|zammad|gladly|liveperson|telegram|wechat|olark|tawk|kayako|dixa|missive|re:?amaze|telefon|vonage|google|viber|kindly|giosg|leadoo|puzzel|trengo|userlike|bold360|talkdesk|aircall|sales ?iq|zoho|example|eksempel|beispiel|exempel|exemple|ejemplo|exemplo|esempio|voorbeeld)[\s\ue001_:'s-]*$/i;
