import { parseArgs } from 'node:util';
import { startEmulator } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port needs a number from 0 to 65535, not "${values.port}"`);
  process.exit(1);
}

const emulator = await startEmulator({ port }).catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use: name another with --port` : error.message);
  process.exit(1);
});
const { url, state } = emulator;
const { maaxKey, clientId, refreshToken, accessToken, community, publicToken } = state.keys;
console.log(`Provider emulator on ${url}, until Ctrl+C

MAAX AI
  Base URL       ${url}/api/v2/
  API key        ${maaxKey}
  Conversations  48213 48214 48215 48216

SocialBoards
  Base URL       ${url}/
  Token URL      ${url}/token
  Client ID      ${clientId}
  Refresh token  ${refreshToken}
  Access token   ${accessToken}
  Older sign-in  community ${community}, access token ${publicToken}
  Conversations  254626 255762 2555100 4478963 443484636`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void emulator.close().then(() => process.exit(0));
  });
}
