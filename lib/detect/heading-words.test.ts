import { describe, expect, it } from 'vitest';
import { isOtherTicketsLine, namesAids, namesOtherTickets, namesTicketList } from './name-other-tickets.ts';

/** Headings over what is ready to be used in any ticket. */
const AIDS = `
Saved replies|Saved reply|Canned responses|Canned replies|Quick replies|Suggested replies|Suggested answers|Reply templates|Templates|Macros|Macro preview|Reply suggestions|Answer suggestions|AI suggestions|Suggested macros|Recommended articles|Help articles|Knowledge base|Prepared answers|Ready-made replies|Response library|Snippets|Text modules|Email templates|Solution templates|Standard answers
Antwortvorlagen|Vorlagen|Textbausteine|Gespeicherte Antworten|Schnellantworten|Antwortvorschläge|Vorgeschlagene Antworten|Vorgefertigte Antworten|Standardantworten|Lösungsvorlagen|Hilfeartikel|Vorgeschlagene Artikel|Empfohlene Artikel|Wissensdatenbank|Makros|E-Mail-Vorlagen
Réponses enregistrées|Réponses suggérées|Réponses rapides|Réponses types|Réponses prédéfinies|Suggestions de réponse|Modèles|Modèles de réponse|Articles suggérés|Articles d’aide|Base de connaissances|Macros|Modèle de réponse|Réponses toutes faites
Respuestas guardadas|Respuestas sugeridas|Respuestas rápidas|Respuestas predefinidas|Plantillas|Plantillas de respuesta|Sugerencias de respuesta|Artículos sugeridos|Artículos de ayuda|Base de conocimiento|Respuestas tipo
Risposte salvate|Risposte suggerite|Risposte rapide|Risposte predefinite|Modelli|Modelli di risposta|Suggerimenti di risposta|Articoli suggeriti|Articoli consigliati|Risposte pronte
Respostas salvas|Respostas sugeridas|Respostas rápidas|Respostas prontas|Respostas predefinidas|Modelos|Modelos de resposta|Sugestões de resposta|Artigos sugeridos|Artigos de ajuda|Respostas guardadas
Opgeslagen antwoorden|Voorgestelde antwoorden|Snelle antwoorden|Standaardantwoorden|Sjablonen|Antwoordsjablonen|Antwoordsuggesties|Voorgestelde artikelen|Kennisbank|Helpartikelen
Forslag til svar|Foreslåtte svar|Svarforslag|Lagrede svar|Hurtigsvar|Standardsvar|Svarmaler|Maler|Svarmal|Foreslåtte artikler|Hjelpeartikler|Kunnskapsbase|Ferdige svar
Gemte svar|Foreslåede svar|Svarforslag|Hurtigsvar|Standardsvar|Svarskabeloner|Skabeloner|Foreslåede artikler|Hjælpeartikler|Videnbase|Vidensbase|Færdige svar
Sparade svar|Föreslagna svar|Svarsförslag|Snabbsvar|Standardsvar|Svarsmallar|Mallar|Svarsmall|Föreslagna artiklar|Hjälpartiklar|Kunskapsbas|Färdiga svar
Tallennetut vastaukset|Ehdotetut vastaukset|Valmiit vastaukset|Pikavastaukset|Vastausmallit|Vastauspohjat|Mallit|Ehdotetut artikkelit|Ohjeartikkelit|Tietopankki|Vastausehdotukset
Zapisane odpowiedzi|Sugerowane odpowiedzi|Gotowe odpowiedzi|Szybkie odpowiedzi|Szablony|Szablony odpowiedzi|Sugerowane artykuły|Baza wiedzy|Makra|Propozycje odpowiedzi
Uložené odpovědi|Navrhované odpovědi|Rychlé odpovědi|Předpřipravené odpovědi|Šablony|Šablony odpovědí|Navrhované články|Znalostní báze|Návrhy odpovědí
Mentett válaszok|Javasolt válaszok|Gyors válaszok|Gyorsválaszok|Kész válaszok|Sablonok|Válaszsablonok|Javasolt cikkek|Tudásbázis
Răspunsuri salvate|Răspunsuri sugerate|Răspunsuri rapide|Răspunsuri predefinite|Șabloane|Articole sugerate|Bază de cunoștințe
Kayıtlı yanıtlar|Önerilen yanıtlar|Hazır yanıtlar|Hazır cevaplar|Hızlı yanıtlar|Şablonlar|Yanıt şablonları|Çözüm şablonları|Önerilen makaleler|Bilgi bankası
Сохранённые ответы|Сохраненные ответы|Предлагаемые ответы|Быстрые ответы|Готовые ответы|Шаблоны|Шаблоны ответов|Шаблон ответа|Рекомендуемые статьи|База знаний|Макросы
Збережені відповіді|Швидкі відповіді|Готові відповіді|Шаблони|Шаблони відповідей|База знань
Запазени отговори|Готови отговори|Шаблони
Αποθηκευμένες απαντήσεις|Προτεινόμενες απαντήσεις|Έτοιμες απαντήσεις|Πρότυπα|Πρότυπα απαντήσεων|Προτεινόμενα άρθρα|Βάση γνώσεων
תשובות מוכנות|תשובות שמורות|תשובות מוצעות|תבניות|מאמרים מוצעים
الردود المحفوظة|الردود الجاهزة|ردود مقترحة|قوالب|قوالب الردود|قاعدة المعرفة|المقالات المقترحة
پاسخ‌های آماده|پاسخ‌های ذخیره شده|قالب‌ها
定型文|返信テンプレート|テンプレート|返信候補|おすすめ記事|ナレッジベース|マクロ|クイック返信|保存済みの返信
快捷回复|预设回复|模板|回复模板|推荐文章|知识库|宏|建议回复|已保存的回复|罐頭回覆|範本
저장된 답변|추천 답변|빠른 답변|답변 템플릿|템플릿|매크로|추천 문서|상용구
Câu trả lời mẫu|Mẫu trả lời|Trả lời nhanh|Bài viết gợi ý
Balasan tersimpan|Balasan cepat|Templat|Artikel yang disarankan
คำตอบสำเร็จรูป|ข้อความสำเร็จรูป|เทมเพลต
`;

/** Headings over tickets beside the open one. */
const OTHERS = `
Related tickets|Other tickets|Previous tickets|Recent tickets|Linked tickets|Similar tickets|Past conversations|Previous conversations|Recent conversations|Other conversations|Open tickets|Closed tickets|Customer history|Interaction history|Ticket history of this customer|Tickets from this customer|More from this customer|Requester's tickets|Linked: Ticket|Linked issues|Merged tickets|Duplicate tickets|Parent ticket|Child tickets|Recently viewed|Recently viewed tickets|History of requests|Past chats|Earlier chats|All tickets|My tickets|Unassigned tickets|Contact history|Other conversations with this contact|Tickets of this user
Frühere Unterhaltungen|Frühere Konversationen|Frühere Gespräche|Frühere Chats|Weitere Tickets|Verknüpfte Tickets|Verknüpft: Ticket|Ähnliche Tickets|Ähnliche Fälle|Letzte Tickets|Letzte Gespräche|Zuletzt angesehen|Kundenhistorie|Kundenverlauf|Andere Tickets dieses Kunden|Vorherige Tickets|Offene Tickets|Geschlossene Tickets|Vorherige Unterhaltungen|Verwandte Tickets|Alle Tickets|Meine Tickets|Bisherige Anfragen|Ältere Tickets
Conversations précédentes|Anciennes conversations|Tickets liés|Tickets similaires|Autres tickets|Autres demandes|Demandes précédentes|Historique du client|Historique client|Tickets récents|Tickets ouverts|Échanges précédents|Vus récemment|Tickets associés|Dossiers liés|Conversations récentes|Derniers tickets
Conversaciones anteriores|Tickets relacionados|Tickets anteriores|Otros tickets|Tickets similares|Tickets recientes|Historial del cliente|Casos relacionados|Conversaciones recientes|Vistos recientemente|Tickets abiertos|Últimos tickets|Tickets vinculados|Otras conversaciones
Conversazioni precedenti|Ticket correlati|Ticket collegati|Ticket simili|Altri ticket|Ticket recenti|Ticket precedenti|Cronologia cliente|Storico cliente|Visti di recente|Conversazioni recenti|Ultimi ticket|Altre conversazioni
Conversas anteriores|Tickets relacionados|Outros tickets|Tickets semelhantes|Histórico do cliente|Chamados relacionados|Chamados anteriores|Conversas recentes|Atendimentos anteriores|Vistos recentemente|Últimos tickets|Outras conversas
Eerdere gesprekken|Vorige gesprekken|Gerelateerde tickets|Gekoppelde tickets|Vergelijkbare tickets|Andere tickets|Recente tickets|Klantgeschiedenis|Onlangs bekeken|Openstaande tickets|Laatste tickets|Eerdere tickets
Tidligere samtaler|Tidligere saker|Relaterte saker|Koblede saker|Lignende saker|Andre saker|Siste saker|Kundehistorikk|Nylig vist|Åpne saker|Lukkede saker|Andre samtaler|Siste samtaler|Tilknyttede saker|Nylige saker
Tidligere samtaler|Tidligere sager|Relaterede sager|Lignende sager|Andre sager|Seneste sager|Kundehistorik|Åbne sager|Senest vist|Tilknyttede sager|Seneste samtaler|Forbundne sager
Tidigare samtal|Tidigare ärenden|Relaterade ärenden|Länkade ärenden|Liknande ärenden|Andra ärenden|Senaste ärenden|Kundhistorik|Öppna ärenden|Senast visade|Kopplade ärenden|Kundens ärenden|Senaste samtal|Tidigare konversationer
Aiemmat keskustelut|Aiemmat tiketit|Liittyvät tiketit|Samankaltaiset tiketit|Muut tiketit|Viimeisimmät tiketit|Asiakashistoria|Avoimet tiketit|Muut keskustelut|Aikaisemmat tapaukset|Viimeksi katsotut
Poprzednie rozmowy|Powiązane zgłoszenia|Podobne zgłoszenia|Inne zgłoszenia|Ostatnie zgłoszenia|Historia klienta|Otwarte zgłoszenia|Wcześniejsze zgłoszenia|Poprzednie zgłoszenia|Ostatnio przeglądane|Inne rozmowy
Předchozí konverzace|Související tikety|Podobné tikety|Další tikety|Poslední tikety|Historie zákazníka|Otevřené tikety|Předchozí rozhovory|Jiné požadavky|Naposledy zobrazené|Propojené tikety
Korábbi beszélgetések|Kapcsolódó jegyek|Hasonló jegyek|Egyéb jegyek|Legutóbbi jegyek|Ügyfél előzményei|Nyitott jegyek|Ügyféltörténet
Conversații anterioare|Tichete similare|Tichete conexe|Alte tichete|Istoricul clientului|Tichete recente|Tichete asociate
Önceki görüşmeler|İlgili talepler|Benzer talepler|Diğer talepler|Son talepler|Müşteri geçmişi|Önceki konuşmalar|Açık talepler|Bağlantılı kayıtlar|Geçmiş sohbetler|Son görüntülenenler
Предыдущие обращения|Связанные заявки|Похожие обращения|Другие обращения|Последние обращения|История клиента|Предыдущие диалоги|Открытые заявки|История обращений|Недавно просмотренные
Попередні звернення|Пов’язані звернення|Схожі звернення|Інші звернення|Історія клієнта
Предишни разговори|Свързани билети|Други билети
Προηγούμενες συνομιλίες|Σχετικά αιτήματα|Παρόμοια αιτήματα|Άλλα αιτήματα|Ιστορικό πελάτη
שיחות קודמות|פניות קודמות|פניות קשורות|פניות דומות|היסטוריית לקוח
المحادثات السابقة|التذاكر السابقة|تذاكر مشابهة|تذاكر ذات صلة|سجل العميل
گفتگوهای قبلی|تیکت‌های مرتبط
過去の会話|過去の問い合わせ|関連チケット|類似チケット|他のチケット|最近のチケット|顧客履歴|過去のチャット|最近表示した項目
历史会话|相关工单|类似工单|其他工单|最近的工单|客户历史|過往對話|相關工單
이전 대화|관련 티켓|유사 티켓|다른 티켓|최근 문의|고객 이력|이전 상담
Cuộc trò chuyện trước đây|Phiếu liên quan|Lịch sử khách hàng
Percakapan sebelumnya|Tiket terkait|Tiket serupa|Riwayat pelanggan
การสนทนาก่อนหน้า|ตั๋วที่เกี่ยวข้อง|ประวัติลูกค้า
`;

/** Headings inside the open ticket. */
const OWN = `
Quick question about article 4711|Schnelle Antwort bitte|Re: Suggested articles|Are these my related tickets?|Réponse rapide svp|Rapid response please|Aw: Offene Tickets|Chats linked to this ticket|Recommended answer
Conversation details|Conversation|Conversation data|Chat information|Chat details|Chat transcript|Transcript|Customer|Contact|Requester|Ticket details|Details|Properties|Custom fields|Reply|Replies|Replies (3)|Comments|Activity|Activities|History|Ticket history|Conversation history|Notes|Internal notes|Messages|Additional information|Handover|Handover from chatbot|Bot handover|Escalation|Attributes|Context|Overview|Summary|Description|Attachments|Related information|Linked conversation|Linked chat|Source|Origin|Case details|Request details|Incident details|Chatbot|Channel|External references|References|Integrations|Apps|MAAX AI|SocialBoards|Work notes|Variables|Email|Fields|People|Dates|SLA|Request form|Form|Answers|Answer|Solution|Resolution|Related conversation|Conversation in chat
Unterhaltungsdaten|Konversation|Gespräch|Gesprächsdaten|Gesprächsverlauf|Chatverlauf|Kunde|Kontakt|Ticketdetails|Eigenschaften|Zusatzfelder|Antwort|Antworten|Kommentare|Aktivität|Verlauf|Notizen|Nachrichten|Übergabe|Übergabe vom Chatbot|Beschreibung|Anhänge|Lösung|Quelle|Herkunft|Chat|Verknüpfte Konversation|Verknüpftes Gespräch|Kundendaten|Weitere Angaben
Conversation liée|Détails|Détails du ticket|Client|Propriétés|Réponse|Réponses|Commentaires|Historique|Notes|Messages|Description|Transcription|Échange|Informations complémentaires|Données de conversation|Solution|Autres informations
Detalles|Cliente|Propiedades|Respuesta|Respuestas|Comentarios|Historial|Notas|Mensajes|Conversación|Datos de la conversación|Información adicional|Solución|Otros datos|Conversación relacionada
Dettagli|Proprietà|Risposta|Risposte|Commenti|Cronologia|Note|Messaggi|Conversazione|Dati conversazione|Altre informazioni|Soluzione
Detalhes|Propriedades|Resposta|Respostas|Comentários|Histórico|Notas|Mensagens|Conversa|Dados da conversa|Outras informações
Gesprek|Gespreksgegevens|Klant|Eigenschappen|Antwoord|Antwoorden|Opmerkingen|Geschiedenis|Notities|Overige informatie
Samtale|Samtaledetaljer|Detaljer|Kunde|Egenskaper|Svar|Kommentarer|Notater|Meldinger|Andre opplysninger|Saksinformasjon|Løsning|Chatlogg
Samtal|Samtalsinformation|Detaljer|Kund|Svar|Anteckningar|Meddelanden|Ärendeinformation|Övrig information|Lösning
Keskustelu|Keskustelun tiedot|Asiakas|Vastaus|Vastaukset|Kommentit|Viestit|Muut tiedot|Ratkaisu
Rozmowa|Szczegóły|Klient|Odpowiedź|Odpowiedzi|Komentarze|Notatki|Wiadomości|Inne informacje
Konverzace|Podrobnosti|Zákazník|Odpověď|Odpovědi|Komentáře|Další informace
Görüşme bilgileri|Müşteri|Yanıt|Yanıtlar|Yorumlar|Diğer bilgiler|Çözüm
Диалог|Клиент|Ответ|Ответы|Комментарии|Другая информация|Решение|Детали
会話|会話の詳細|顧客|返信|コメント|履歴|その他の情報|解決策
会话|会话详情|客户|回复|评论|其他信息
대화|대화 정보|고객|답변|댓글|기타 정보
`;

const list = (text: string) => [...new Set(text.trim().split(/[|\n]/))];
const namesTickets = (heading: string) => namesOtherTickets(heading) || namesTicketList(heading) || isOtherTicketsLine(heading);

describe('headings, in the languages that helpdesks are sold in', () => {
  it.each(list(AIDS))('%s: ready for any ticket', (heading) => {
    expect(namesAids(heading)).toBe(true);
  });

  it.each(list(OTHERS))('%s: other tickets', (heading) => {
    expect(namesTickets(heading)).toBe(true);
  });

  it.each(list(OWN))('%s: this one', (heading) => {
    expect([namesAids(heading), namesTickets(heading)]).toEqual([false, false]);
  });
});
