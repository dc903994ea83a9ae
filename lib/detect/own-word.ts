/** Where an address speaks of conversations, the helpdesk does, too: it may mean its own. */
export const OWN_WORD = /conversation|chat|inbox|dialog|discussion|samtale/i;
