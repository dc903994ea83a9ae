import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

const inRecord = keyIn(/[?&]sys_id=([0-9a-f]{32})/, /\/record\/\w+\/([0-9a-f]{32})/);

/** The shell's own address may stay behind while its frame goes on to another record. */
function inFrame(frame: HTMLIFrameElement): string | undefined {
  try {
    const address = frame.contentDocument?.URL;
    return address ? inRecord(new URL(address)) : undefined;
  } catch {
    return undefined;
  }
}

/** ServiceNow, classic in its frame and workspaces in nested shadow roots; both are read through. Addresses as of 2026-11. */
export const servicenow: Helpdesk = {
  id: 'servicenow',
  name: 'ServiceNow',
  recognises: onHosts('service-now.com', 'servicenowservices.com'),
  ticketKey: (url, document) => {
    const frame = document?.querySelector<HTMLIFrameElement>('iframe#gsft_main');
    return inRecord(url, document) ?? (frame ? inFrame(frame) : undefined);
  },
  fieldName: 'id',
};
