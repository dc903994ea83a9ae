import { writeFileSync } from 'node:fs';

export interface NewTicket {
  readonly subject: string;
  /** The first mail, plain text. */
  readonly text: string;
  /** Value of the custom field. */
  readonly conversationId?: string;
}

export const CONVERSATION_FIELD = 'Conversation ID';

/** Settings of one run: own database, own address, no mail. */
export function writeSiteConfig(path: string, { port, database }: { readonly port: number; readonly database: string }): void {
  const lines = [
    `Set($rtname, 'harbor');`,
    `Set($Organization, 'harbor');`,
    `Set($DatabaseType, 'SQLite');`,
    `Set($DatabaseName, '${database}');`,
    `Set($WebPath, '');`,
    `Set($WebDomain, '127.0.0.1');`,
    `Set($WebPort, ${port});`,
    `Set($WebBaseURL, 'http://127.0.0.1:${port}');`,
    `Set(@ReferrerWhitelist, '127.0.0.1:${port}');`,
    `Set($MailCommand, 'testfile');`,
    `Set($LogToSyslog, undef);`,
    `Set($LogToSTDERR, 'error');`,
    '1;',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** Perl that Request Tracker's own set-up command reads. */
export function writeInitialData(path: string): void {
  const field = `{ Name => '${CONVERSATION_FIELD}', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', Queue => 'General' }`;
  writeFileSync(path, `our @CustomFields = (${field});\n1;\n`);
}
