import { openExtensionPage, type PageView } from '../tests/e2e/open-pages.ts';
import { addHelpdesk, chooseSignIn, fillProvider, saveProvider, testConnection } from '../tests/e2e/pages/options.ts';
import type { RunningBrowser } from './browsers/launch.ts';

/** Origins of what stands in for the chat systems and the helpdesk. */
export interface Addresses {
  readonly provider: string;
  readonly helpdesk: string;
}

/** Keys and helpdesk by the settings page, as an agent types them. Answers with the page. */
export async function fillSettings(running: RunningBrowser, { provider, helpdesk }: Addresses): Promise<PageView> {
  const options = await openExtensionPage(running, 'options.html');
  await fillProvider(options, 'MAAX AI', { 'API key': 'demo-maax-key-1234567890', 'Base URL': `${provider}/api/v2/` });
  await saveProvider(options, 'MAAX AI');
  await testConnection(options, 'MAAX AI', '48213');
  await chooseSignIn(options, 'Refresh token');
  await fillProvider(options, 'SocialBoards', {
    'Client ID': 'demo-client',
    'Refresh token': 'demo-refresh-token-1234567890',
    'Base URL': `${provider}/`,
    'Token URL': `${provider}/token`,
  });
  await saveProvider(options, 'SocialBoards');
  await testConnection(options, 'SocialBoards', '254626');
  await addHelpdesk(options, helpdesk);
  return options;
}

export async function setUp(running: RunningBrowser, addresses: Addresses): Promise<void> {
  const options = await fillSettings(running, addresses);
  await options.page.close();
}
