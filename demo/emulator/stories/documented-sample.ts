import type { SocialBoardsConversation } from '../socialboards-types.ts';

const JOHN = { id: 'fc2481f6-28a4-4ca7-849a-344fd6ab1b20', image: null, isBot: false, name: 'John', status: 'client' };

/** The sample answer of "Get conversation by id", member for member: its messages lack `customIdentifier`. */
export function tellDocumentedSample(): SocialBoardsConversation {
  return {
    author: { customIdentifier: null, email: 'john@dow.com', ...JOHN },
    creationTime: '2023-09-01T12:56:39.0847826+03:00',
    feedback: null,
    id: 254626,
    isClosed: false,
    isTakeoverEnabled: true,
    lastModifiedTime: '2023-09-01T12:56:39.0847826+03:00',
    messages: [
      {
        author: { email: null, ...JOHN },
        creationTime: '2023-09-01T12:56:39.0847826+03:00',
        id: 0,
        lastModifiedTime: '2023-09-01T12:56:39.0847826+03:00',
        message: 'Hi, I have some questions about the Chat API',
      },
      {
        author: { email: 'john@dow.com', ...JOHN },
        creationTime: '2023-09-01T12:58:39.0847826+03:00',
        id: 667151,
        lastModifiedTime: '2023-09-01T12:58:39.0847826+03:00',
        message: 'This is an external message created on a third-party platform',
      },
      {
        author: { email: 'john@dow.com', ...JOHN },
        creationTime: '2023-09-01T13:03:49.0847826+03:00',
        id: 667154,
        lastModifiedTime: '2023-09-01T13:03:49.0847826+03:00',
        message: 'And this is another message from third-party platform',
      },
    ],
    queuePositionInfo: { position: 1403, waitTime: 15 },
    totalMessagesCount: 3,
  };
}
