import type { Failure, FailureKind, FailureReason } from '../../lib/domain/result.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import type { Circumstance } from './conversation-props.ts';

/** What mends a failure. */
export type Remedy = 'retry' | 'settings' | 'check-id' | 'inbox';

interface FailureText {
  readonly sentence: MessageKey;
  readonly remedy: Remedy;
}

const BY_KIND: { readonly [kind in FailureKind]: FailureText } = {
  'no-key': { sentence: 'failureNoKey', remedy: 'settings' },
  'bad-id': { sentence: 'failureBadId', remedy: 'check-id' },
  'key-rejected': { sentence: 'failureKeyRejected', remedy: 'settings' },
  forbidden: { sentence: 'failureForbidden', remedy: 'settings' },
  'not-found': { sentence: 'failureNotFound', remedy: 'check-id' },
  'rate-limited': { sentence: 'failureRateLimited', remedy: 'retry' },
  offline: { sentence: 'failureOffline', remedy: 'retry' },
  unreachable: { sentence: 'failureUnreachable', remedy: 'retry' },
  timeout: { sentence: 'failureTimeout', remedy: 'retry' },
  'provider-down': { sentence: 'failureProviderDown', remedy: 'retry' },
  'too-large': { sentence: 'failureTooLargeRetry', remedy: 'retry' },
  'unexpected-answer': { sentence: 'failureUnexpectedAnswer', remedy: 'retry' },
};

/** Where the reason makes another sentence of it. */
const BY_REASON: { readonly [variant in `${FailureKind} ${FailureReason}`]?: FailureText } = {
  'no-key unreadable-keys': { sentence: 'failureUnreadableKeys', remedy: 'settings' },
  'unreachable redirect': { sentence: 'failureRedirect', remedy: 'settings' },
  'key-rejected token-endpoint': { sentence: 'failureTokenRefused', remedy: 'settings' },
  'unexpected-answer token-endpoint': { sentence: 'failureNoToken', remedy: 'settings' },
  'timeout late': { sentence: 'failureLate', remedy: 'retry' },
  'unexpected-answer web-page': { sentence: 'failureWebPage', remedy: 'settings' },
  'unexpected-answer not-json': { sentence: 'failureNotJson', remedy: 'retry' },
  'unexpected-answer send-receipt': { sentence: 'failureSendReceipt', remedy: 'settings' },
  'unexpected-answer other-conversation': { sentence: 'failureOtherConversation', remedy: 'retry' },
  'unexpected-answer error-envelope': { sentence: 'failureErrorEnvelope', remedy: 'retry' },
};

/** Where it is known where to look instead. */
const WITH_INBOX: { readonly [kind in FailureKind]?: FailureText } = {
  'too-large': { sentence: 'failureTooLarge', remedy: 'inbox' },
};

/** Where more is known than this one answer. */
const BY_CIRCUMSTANCE: { readonly [variant in `${FailureKind} ${Circumstance}`]?: FailureText } = {
  'no-key nothing-set-up': { sentence: 'failureNothingSetUp', remedy: 'settings' },
  'not-found asked-everywhere': { sentence: 'failureNotFoundAnywhere', remedy: 'check-id' },
};

/** One sentence that says what happened, and what mends it. */
export function describeFailure(
  { kind, reason, provider, inbox }: Failure,
  circumstance?: Circumstance,
): { sentence: string; remedy: Remedy } {
  const text =
    (circumstance && BY_CIRCUMSTANCE[`${kind} ${circumstance}`]) ??
    (inbox === undefined ? undefined : WITH_INBOX[kind]) ??
    (reason && BY_REASON[`${kind} ${reason}`]) ??
    BY_KIND[kind];
  return { sentence: t(text.sentence, provider ? PROVIDER_NAMES[provider] : t('anyProvider')), remedy: text.remedy };
}
