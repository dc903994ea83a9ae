import { Globe, type IconNode, Inbox } from 'lucide';
import type { ConversationFacts } from '../../lib/domain/conversation.ts';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';

interface FactLinkProps {
  readonly fact: string;
  readonly url: string;
  readonly icon: IconNode;
  readonly children: string;
}

/** Host and path, as far as there is room: the whole address is in the title and where the link leads. */
function describePage(url: string): string {
  const { host, pathname } = new URL(url);
  return pathname === '/' ? host : `${host}${pathname}`;
}

/** A fact that leads out, to http or https only: the provider's parser lets nothing else in. */
function FactLink({ fact, url, icon, children }: FactLinkProps) {
  return (
    <a
      class="chip chip-link"
      data-fact={fact}
      data-value={url}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={url}
    >
      <Icon icon={icon} size={13} />
      <span class="chip-line">{children}</span>
    </a>
  );
}

/** Where the customer wrote, and the conversation in the provider's own inbox. */
export function FactLinks({ facts }: { readonly facts: ConversationFacts }) {
  const { firstPage, lastPage, inbox } = facts;
  return (
    <>
      {firstPage && (
        <FactLink fact="first-page" url={firstPage} icon={Globe}>
          {t('factFirstPage', describePage(firstPage))}
        </FactLink>
      )}
      {lastPage && lastPage !== firstPage && (
        <FactLink fact="last-page" url={lastPage} icon={Globe}>
          {t('factLastPage', describePage(lastPage))}
        </FactLink>
      )}
      {inbox && (
        <FactLink fact="inbox" url={inbox} icon={Inbox}>
          {t('factInbox')}
        </FactLink>
      )}
    </>
  );
}
