// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { listTaken } from '../../tests/corpus/list-taken.ts';
import { findConversations } from './find-conversations.ts';

/** How agents and integrations call the id, in the languages that helpdesks are sold in. */
const NAMES = `Conversation ID|Chat ID|Conversation Id|conversation_id|conversationId|chat_id|ChatID|Chat id|Conversation number
Conversation No.|Chat number|Chat ref|Chat reference|Conversation reference|Chatbot conversation ID
Chatbot ID conversation|Bot conversation ID|Bot chat ID|Live chat ID|Chat log ID|Chat history ID|Chatlogg-ID|Chat session ID|Chat Session Number|Transcript ID
Chat transcript ID|Dialog ID|MAAX Conversation ID|MAAX conversation|MAAX AI Conversation ID|Maax ID|MAAX chat ID
maax_conversation_id|maaxConversationId|SocialBoards Conversation ID|SocialBoards ticket ID|SocialBoards ID
SocialBoards conversation|Socialboards ticket|SB conversation ID|External chat ID|External conversation ID
Original conversation ID|Source conversation ID|Related conversation ID|ID of conversation|ID of the conversation
Identifier of the chat|Samtale-ID|Samtale ID|SamtaleID|Samtalens ID|Samtalenummer|Samtalenr.|Samtale nr.|Chat-ID
Chat-nummer|Chatnummer|Chat-samtale-ID|Chatsamtale ID|Konversasjons-ID|Konversasjons-id|KonversasjonsID
Referanse til samtalen|Samtals-ID|Samtals-id|Samtalsnummer|Konversations-ID|Konversationsnummer|Konversation ID|Chatt-ID
Chatt ID|Chattens ID|Chattnummer|ID för konversationen|Samtale-id|Samtalens id|Samtale-nr.|Keskustelun ID|Keskustelu-ID
Keskustelun tunnus|Keskustelun tunniste|Keskustelunumero|Keskustelun numero|Keskustelutunnus|Chatin ID|Chat-tunnus
Chat-keskustelun ID|Gesprächs-ID|Gesprächsnummer|Gespräch-ID|Konversations-Nr.|Unterhaltungs-ID|Unterhaltungsnummer
Chat-Nr.|Chat-Nummer|Chatverlauf-ID|Chat-Kennung|ID der Konversation|Nummer des Gesprächs|Chat-Sitzungs-ID|Dialog-ID
ID de conversation|ID de la conversation|Identifiant de conversation|Identifiant de la conversation|Identifiant du chat
ID du chat|N° de conversation|Nº de conversation|Numéro de conversation|Numéro de la conversation
Référence de la conversation|Référence du chat|Réf. conversation|ID conversation|ID de discussion|N° de chat
ID de conversación|ID de la conversación|Identificador de la conversación|Número de conversación|N.º de conversación
Nº de conversación|Núm. de conversación|ID del chat|Número de chat|Código de conversación|Referencia de la conversación
ID da conversa|ID da conversação|Identificador da conversa|Número da conversa|Nº da conversa|N.º da conversa
Código da conversa|ID do chat|Número do chat|ID do bate-papo|Referência da conversa|Gespreks-ID|Gesprek-ID|Gesprek ID
Gespreksnummer|Conversatie-ID|Conversatienummer|Chat-nr.|ID van het gesprek|Nummer van de conversatie|Kenmerk gesprek
ID conversazione|ID della conversazione|Identificativo conversazione|Identificativo della conversazione
Numero conversazione|Numero della conversazione|N. conversazione|ID chat|ID della chat|Codice conversazione
Riferimento conversazione|ID rozmowy|Identyfikator rozmowy|Numer rozmowy|Nr rozmowy|ID czatu|Identyfikator czatu
Numer czatu|ID konwersacji|Numer konwersacji|ID konverzace|Číslo konverzace|ID chatu|Identifikátor konverzace
ID konverzácie|ID rozhovoru|Beszélgetés azonosító|Beszélgetés azonosítója|Beszélgetésazonosító|Csevegés azonosító
Chat azonosító|Görüşme kimliği|Görüşme numarası|Sohbet kimliği|Sohbet ID|Sohbet numarası|Konuşma ID|Konuşma kimliği
ID conversație|Numărul conversației|ID разговора|ID беседы|ID чата|Идентификатор чата|Номер чата|Номер разговора
ID диалога|Идентификатор беседы|ID розмови|ID чату|Номер розмови|会話ID|会話番号|チャットID|チャット番号|会話 ID|対話ID|チャットの会話ID|会话ID|会话编号
对话ID|聊天ID|聊天编号|會話ID|對話編號|대화 ID|대화ID|대화 번호|채팅 ID|채팅번호|معرف المحادثة|رقم المحادثة|معرّف المحادثة|מזהה שיחה|מספר שיחה
מזהה השיחה|ID percakapan|Nomor percakapan|ID obrolan|Mã cuộc trò chuyện|ID cuộc trò chuyện|รหัสการสนทนา|หมายเลขการสนทนา
बातचीत आईडी|Αναγνωριστικό συνομιλίας|ID συνομιλίας|Vestluse ID|Vestluse number|Sarunas ID|Pokalbio ID|Auðkenni samtals`.split(
  /[|\n]/,
);

/** Names of other numbers, of the same words. */
const OTHERS = `Conversations|Number of chats|Number of conversations|Total conversations|Conversation count|Chat duration
Conversation length|Chat agent ID|Chat widget ID|Chatbot ID|Bot ID|Conversation owner ID|Conversation status ID
Chat group ID|Chat department ID|Chat queue number|Conversation rating|Conversation template ID|Conversation part ID
Chat message ID|incoming_message_id|prospect_id|MAAX AI ID|Order number|Ticket ID|Case number|Customer ID|Session ID
Visitor ID|Intercom conversation ID|WhatsApp chat ID|Zendesk chat ID|Chat phone number|Chat order number|Chat user ID
Conversation assignee ID|Conversation inbox ID|Phone conversation ID|Email conversation ID|Antall samtaler
Samtalevarighet|Antal samtal|Anzahl Gespräche|Gesprächsdauer|Durée de la conversation|Nombre de conversations
Número de conversaciones|Número de conversas|Numero di conversazioni|Aantal gesprekken|Liczba rozmów|会話数
SocialBoards user ID|SocialBoards reply ID|MAAX account ID`.split(/[|\n]/);

const ID = '254626';
/** The shapes in which pages tie a value to its name. */
const SHAPES: readonly ((name: string) => string)[] = [
  (name) => `<p>Hello.</p><p>${name}: ${ID}</p><p>Bye</p>`,
  (name) => `<p>${name} ${ID}</p>`,
  (name) => `<p>Transferred (${name}: ${ID}).</p>`,
  (name) => `<p><strong>${name}:</strong> ${ID}</p>`,
  (name) => `<div>Intro<br>${name}: ${ID}<br>Tel: 12345678</div>`,
  (name) => `<dl><dt>Name</dt><dd>Kari</dd><dt>${name}</dt><dd>${ID}</dd><dt>Zip</dt><dd>50600</dd></dl>`,
  (name) =>
    `<table><tr><td>Name</td><td>Kari</td></tr><tr><td>${name}</td><td>${ID}</td></tr><tr><td>Zip</td><td>50600</td></tr></table>`,
  (name) => `<table><tr><th>${name}</th><td>${ID}</td></tr></table>`,
  (name) =>
    `<table><thead><tr><th>Channel</th><th>${name}</th></tr></thead><tbody><tr><td>web</td><td>${ID}</td></tr></tbody></table>`,
  (name) => `<div><label for="a">${name}</label><div><input id="a" value="${ID}"></div></div>`,
  (name) => `<label>${name} <input value="${ID}"></label>`,
  (name) => `<input aria-label="${name}" value="${ID}">`,
  (name) => `<div class="r"><div>${name}</div><div>${ID}</div></div><div class="r"><div>Zip</div><div>50600</div></div>`,
  (name) => `<div><span>${name}</span><span>${ID}</span></div>`,
  (name) => `<div><p>${name}:</p><p>${ID}</p></div>`,
  (name) => `<pre>{"name": "Kari", "${name}": ${ID}, "zip": "50600"}</pre>`,
  (name) => `<p>{\\"${name}\\":\\"${ID}\\"}</p>`,
  (name) => `<pre>zip=50600\n${name}=${ID}\nname=Kari</pre>`,
  (name) => `<blockquote>&gt; ${name}: ${ID}<br>&gt; Zip: 50600</blockquote>`,
  (name) => `<ul><li>${name} – ${ID}</li></ul>`,
  (name) => `<p>${name.toUpperCase()}: ${ID}</p>`,
];

function read(html: string): string {
  document.body.innerHTML = `<main>${html}</main>`;
  const { candidates } = findConversations(new URL('https://crm.example.com/cases/77'), document);
  return listTaken(candidates).join(', ').replace(/\w+:/g, '');
}

describe('every name of an id, in every shape', () => {
  it.each(NAMES)('%s', (name) => {
    expect(SHAPES.map((draw) => [draw(name), read(draw(name))]).filter(([, id]) => id !== ID)).toEqual([]);
  });

  it.each(OTHERS)('%s is another number', (name) => {
    expect(SHAPES.map((draw) => [draw(name), read(draw(name))]).filter(([, id]) => id !== '')).toEqual([]);
  });
});
