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
