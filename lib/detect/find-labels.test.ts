// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findConversations } from './find-conversations.ts';

/** Spellings that announce a conversation id, in the languages that helpdesks are sold in. */
const LABELS = `
Samtalsnummer|Samtals-ID|Konversationsnr|Chattens ID|Keskustelunumero|Chat-tunnus|Gesprächskennung|Unterhaltungs-ID
Numéro de chat|N° chat|Identifiant du chat|ID du chat|ID de chat|Identificador de conversación|Nº de conversación
N.º de conversación|Código da conversa|Identificativo conversazione|ID chat|Chat-nummer|Gesprek ID|Gespreks-ID
Identyfikator rozmowy|Nr rozmowy|ID czatu|チャットID|会話 ID|会話番号|対話ID|会話ＩＤ|Conversation Id|CONVERSATION ID|conversation-id
conversationId|ConversationID|Conversation no.|Conversation No|Conversation nr|Conversation number|Conversation #
Conversation identifier|Conversation reference|Conversation ref.|Chat ID|Chat-ID|Chat Id|ChatID|chat_id|Chat number
Chat no.|Live chat ID|Chat session ID|Chat conversation ID|Chatbot conversation ID|Bot conversation ID
Customer's chat ID|Chat transcript ID|The conversation's ID|ID of conversation|ID of the conversation
Number of the conversation|Samtale ID|Samtale-id|SamtaleID|samtale_id|Samtalenr|Samtalenr.|Samtale nr.|Samtalens ID
Chatsamtale-ID|Chattsamtale-ID|Konversasjons-ID|Konversation ID|Konversation nr|Chat-samtale nr|Konversaation tunnus
Keskustelu ID|Keskustelun ID|Keskustelun numero|Chat-Nummer|Chat Nr.|Chatverlauf-ID|Konversationsnummer
Konversationskennung|Gesprächs-Nr.|Nummer der Konversation|ID der Konversation|ID des Chats|ID des Gesprächs
ID de discussion|Référence de la conversation|Numéro de la conversation|Numéro de la discussion
Identifiant de conversation|Réf. conversation|ID de la conversación|Número de chat|Núm. de conversación
Referencia de la conversación|ID del chat|ID da conversação|Número do chat|ID do chat|Identificador da conversa
Referência da conversa|Numero conversazione|Numero chat|ID della chat|Riferimento conversazione|Codice conversazione
Gesprek nr.|Gesprek nummer|Conversatienummer|Conversatie ID|ID van het gesprek|ID rozmowy|ID konwersacji|Numer rozmowy
Numer czatu|ID konverzace|Číslo konverzace|ID konverzácie|ID conversației|Beszélgetés azonosítója|Beszélgetésazonosító
Konuşma kimliği|Sohbet ID|Sohbet numarası|Görüşme no|ID диалога|ID чата|Номер чата|Номер беседы|Идентификатор беседы
ID розмови|Номер розмови|ID συνομιλίας|Αριθμός συνομιλίας|会话ID|会话编号|對話編號|對話ID|聊天ID|대화 번호|대화ID|채팅 ID|معرف الدردشة
رقم المحادثة|מזהה שיחה|מספר שיחה|ID percakapan|Nomor percakapan|Mã cuộc trò chuyện|ID cuộc trò chuyện|รหัสการสนทนา
वार्तालाप आईडी|Vestluse ID|Pokalbio ID|Sarunas ID|Samtal ID|MAAX ID|MAAX-ID|MAAX AI conversation ID|MAAX conversation
MAAX chat ID|SocialBoards ID|SocialBoards ticket|SocialBoards ticket ID|SocialBoards-ticket|Social Boards ID
SocialBoards conversation|Samtale i SocialBoards|Conversation (MAAX)|Conversation ID (MAAX AI)
Conversation ID in SocialBoards|MAAX: Conversation ID|MAAX / Conversation ID
Conversation ID|Conv. ID|Conv ID|Conversation ref|Conversation key|Conversation code|chatId|conversation_id|conv_id
convId|Chat ref|Chat reference|Chat reference number|Transcript ID|Transcript no.|Transcript reference|Chat log ID
Chat history ID|Chatbot session ID|Chatbot chat ID|Bot chat ID|Bot session ID|Live chat conversation ID|Livechat-ID
Web chat ID|Webchat ID|Web chat session ID|Virtual assistant conversation ID|Virtual agent conversation ID
AI conversation ID|AI chat ID|ID of the chat|ID (conversation)|ID (chat)|ID for chat|No. of conversation
Reference of conversation|Conversation (ID)|Conversation [ID]|Conversation / ID|Conversation-Id
Conversation ID (chatbot)|Conversation ID (MAAX)|Conversation ID MAAX|Conversation ID in MAAX
Conversation ID (SocialBoards)|Conversation ID – MAAX|Conversation ID*|Conversation ID (required)
Conversation ID (from chatbot)|Conversation ID from bot|Conversation ID, chat|Original conversation ID
External conversation ID|Source conversation ID|Linked conversation ID|Handover conversation ID|Handed-over chat ID
Escalated conversation ID|Dialog ID|Dialogue ID|Discussion ID|Thread ID (chat)|Dialog-ID|Dialog-Nr.|Dialognummer
Konversations-ID|Konversation-ID|Konversations ID|KonversationsID|Konversations-Nr.|Konv.-ID|Konv.-Nr.|Chat-Nr.
Chatnummer|Chat-Kennung|Chatkennung|Chatverlaufs-ID|Chatverlauf Nr.|Chat-Verlauf ID|Chatprotokoll-ID|Chatprotokoll Nr.
Chat-Sitzungs-ID|Gesprächs-ID|Gesprächsnummer|Gespräch-ID|Unterhaltungsnummer|Nummer der Unterhaltung
Nr. der Konversation|Kennung des Gesprächs|Vorgangs-ID (Chat)|Chatbot-Konversations-ID|Chatbot-Gesprächs-ID
Bot-Gesprächs-ID|ID de conversation|ID de la conversation|ID conversation|ID conv.|Identifiant de la conversation
Identifiant conversation|Identifiant chat|Numéro de conversation|Numéro du chat|N° de conversation|N° conversation
N° de conv.|N° conv.|N° de chat|Nº de conversation|No de conversation|Réf. de conversation|Référence du chat|Réf. chat
ID du clavardage|Code de conversation|Identifiant de l'échange chat|Identifiant du tchat|N° de tchat|ID tchat
Numéro de discussion|ID de conversación|Id. de conversación|ID conversación|Número de conversación
Número de la conversación|Nº conversación|Nro. de conversación|Nro conversación|Identificador de la conversación
Código de conversación|Código de chat|Código del chat|Ref. conversación|ID charla|ID de sesión de chat|ID diálogo
ID del diálogo|ID conversazione|ID della conversazione|ID di conversazione|Numero della conversazione|N. conversazione
N° conversazione|Nr. conversazione|Num. conversazione|Cod. conversazione|Rif. conversazione|Codice chat|N. chat
ID dialogo|ID da conversa|ID de conversa|ID conversa|Nº da conversa|N.º da conversa|Número da conversa|Nº do chat
Código do chat|Protocolo da conversa|Protocolo do chat|ID do atendimento no chat|ID do diálogo|ID bate-papo
ID do bate-papo|GesprekID|Gespreksnummer|Gespreks nr.|Gespreks-nr|Gespreknummer|Gesprekskenmerk|Gespreksreferentie
Conversatie-ID|Conversatie nr.|ID van de chat|ID gesprek|Chat-id|Chatgesprek-ID|Chatgesprek ID|Chatsessie-ID
Nummer van het gesprek|Samtale-ID|Samtalenummer|Samtale-nr|ID for samtale|ID for samtalen|Samtalereferanse
Samtalereferense|Samtalekode|Chat-samtale-ID|Chatsamtale ID|Chatlogg-ID|KonversasjonsID|Konversasjonsnummer
Botsamtale-ID|ID på samtale|ID på samtalen|Nummer på samtalen|SamtalsID|Samtals-id|Samtalsnr|Samtalsnr.|Samtalets ID
ID för samtalet|ID för samtal|Samtal-ID|Samtal nr|Chatt-ID|ChattID|Chatt-id|Chattnummer|Chatt nr|Chattsamtals-ID
Referensnummer chatt|Chattreferens|Keskustelun tunnus|Keskustelu-ID|KeskusteluID|Keskustelutunnus|Keskustelun tunniste
Keskustelutunniste|Chatin tunnus|Chatin ID|Chat-keskustelun tunnus|Chat-keskustelun ID|Chatkeskustelun ID
Botin keskustelun ID|Viestiketjun tunnus|Identyfikator konwersacji|Numer konwersacji|Nr konwersacji|Nr czatu
Identyfikator czatu|ID rozmowy (czat)|ID rozmowy na czacie|ID rozmowy z botem|Kod rozmowy|Rozmowa nr|Rozmowa ID
Konwersacja nr|Konwersacja ID|Č. konverzace|Identifikátor konverzace|ID rozhovoru|Číslo rozhovoru|ID rozhovoru (chat)
ID chatu|Číslo chatu|Číslo konverzácie|ID relace chatu|Konverzace ID|Konverzace č.|Beszélgetés azonosító
Beszélgetés-azonosító|Beszélgetés ID|Beszélgetés száma|Beszélgetés sorszáma|Chat azonosító|Chat azonosítója
Chat-azonosító|Csevegés azonosító|Csevegés azonosítója|Chat száma|Társalgás azonosító|ID conversație|ID conversaţie
ID-ul conversației|ID-ul conversatiei|Număr conversație|Numărul conversației|Nr. conversație|Nr. conversatie
Identificator conversație|Cod conversație|Konuşma ID|Konuşma ID'si|Konuşma numarası|Konuşma no|Konuşma No.|Görüşme ID
Görüşme kimliği|Görüşme numarası|Sohbet ID'si|Sohbet kimliği|Sohbet no|Sohbet kodu|Sohbet Kimlik No|Yazışma no
Chat ID'si|Chat numarası|ID беседы|Номер диалога|Идентификатор диалога|№ чата|№ диалога|Код чата|Чат №|Чат ID|Диалог №
Диалог ID|ID разговора|Номер разговора|Идентификатор разговора|ID переписки|Номер переписки|Ідентифікатор розмови
ID чату|Номер чату|ID діалогу|Номер діалогу|Розмова №|ID на разговора|Номер на разговора|Номер на чата|ID на чата
ID на разговор|Αναγνωριστικό συνομιλίας|Κωδικός συνομιλίας|Αρ. συνομιλίας|Αναγνωριστικό συζήτησης|ID razgovora
Broj razgovora|ID konverzacije|Broj konverzacije|ID chata|Broj chata|ID pogovora|Številka pogovora|ID klepeta
Pokalbio numeris|Sarunas numurs|Vestluse number|Spjall ID|Samtal auðkenni|ID obrolan|Nomor obrolan|ID perbualan
Nombor perbualan|Mã hội thoại|ID hội thoại|Số hội thoại|หมายเลขการสนทนา|ID การสนทนา|รหัสแชท|बातचीत आईडी|चैट आईडी|会話ID
会話No.|会話№|チャット番号|チャット履歴ID|チャット会話ID|チャットボット会話ID|スレッドID（チャット）|会話の ID|会話のID|会话号|会话标识|对话ID|对话编号|对话号码|聊天编号|聊天记录ID|聊天记录编号
會話編號|聊天編號|聊天室編號|대화 ID|대화번호|채팅번호|채팅 번호|상담 ID (채팅)|챗봇 대화 ID|채팅 상담 번호|מזהה השיחה|מספר השיחה|מזהה צ'אט|מזהה הצ'אט
מספר צ'אט|معرف المحادثة|معرّف المحادثة|رقم الدردشة|رقم محادثة|شناسه گفتگو|شماره گفتگو|شناسه مکالمه|شناسه چت|شماره چت
MAAX conversation ID|MAAX AI-samtale|MAAX-samtale|MAAX samtale-ID|MAAX ref|MAAX reference|MAAX no.|MAAX #|MAAX number
MAAX chat|Max.ai conversation ID|SocialBoards-ID|SocialBoards conversation ID|SocialBoards ref|SocialBoards samtale
SocialBoards-samtale|SocialBoards sak|SocialBoards saksnr|Social Boards conversation ID|ID SocialBoards|ID MAAX
Nº SocialBoards|Ticket SocialBoards
`
  .trim()
  .split(/[|\n]/);

/** Spellings that announce something else. */
const OTHERS = `
Chatbot ID|Chat duration|Chat user ID|Conversation message ID|Conversation count|Conversations|Number of conversations
Número de conversaciones|Nombre de conversations|Anzahl der Konversationen|Customer ID|Ticket ID|Order ID|Chat agent ID
Chat queue|Chat rating|Intercom conversation ID|Facebook Conversation ID|WhatsApp chat ID|Conversation ID (Intercom)
Slack conversation ID|Email conversation ID|Conversation type ID|Chat started|Conversation started at|Chat score
MAAX AI ID|MAAX score|SocialBoards user ID|SocialBoards customer ID|Prospect ID|Message ID|Reply ID|Case ID|ID|Number
Reference|Samtaler|Antall samtaler|Chat time|Chat count|Conversation owner ID|Chat visitor ID|Chat room|Chat group ID
Chat widget ID|Phone call ID|Thread ID
`
  .trim()
  .split(/[|\n]/);

const FORMS: readonly ((label: string) => string)[] = [
  (label) => `<p>${label}: 254626</p>`,
  (label) => `<div><label>${label}</label><input value="254626"></div>`,
  (label) => `<table><tr><td>${label}</td><td>254626</td></tr></table>`,
  (label) => `<div><div>${label}</div><div>254626</div></div>`,
];

function find(html: string): readonly string[] {
  document.body.innerHTML = `<main>${html}</main>`;
  const { candidates } = findConversations(new URL('https://desk.example.com/tickets/77'), document);
  return candidates.filter(({ refusal }) => !refusal).map(({ id }) => id);
}

describe('labels', () => {
  it.each(LABELS)('%s', (label) => {
    expect(FORMS.map((form) => find(form(label)))).toEqual(FORMS.map(() => ['254626']));
  });

  it.each(OTHERS)('not: %s', (label) => {
    expect(FORMS.map((form) => find(form(label)))).toEqual(FORMS.map(() => []));
  });
});
