import { KNOWN_SITES, nameSite } from '../../lib/detect/known-sites.ts';
import { parseSite } from '../../lib/domain/parse-site.ts';
import type { SiteStatus } from '../../lib/domain/site.ts';
import { useProviderSetup } from '../hooks/use-provider-setup.ts';
import { disableSite, enableSite, useSites } from '../hooks/use-sites.ts';
import type { AddOutcome, HelpdeskRegionProps } from './helpdesk-region.tsx';
import { SetupPage } from './setup-page.tsx';

type Helpdesk = HelpdeskRegionProps['helpdesks'][number];

/** Known helpdesks and the agent's own addresses, in an order that no switch changes. */
function listHelpdesks(sites: readonly SiteStatus[]): readonly Helpdesk[] {
  const find = (origin: string) => sites.find((site) => site.origin === origin);
  const own = sites.filter(({ origin }) => !KNOWN_SITES.some((known) => known.origin === origin));
  return [...KNOWN_SITES, ...own.map(({ origin }) => ({ name: nameSite(origin), origin }))].map(({ name, origin }) => ({
    name,
    origin,
    isEnabled: find(origin) !== undefined,
    isGranted: find(origin)?.granted ?? false,
  }));
}

/** In the click's own task: the browser asks for exactly this origin. */
async function add(address: string): Promise<AddOutcome> {
  const origin = parseSite(address);
  if (!origin.ok) return origin.failure;
  return (await enableSite(origin.value)) ? 'added' : 'declined';
}

/** The options page, fed with what is stored. */
export function OptionsView() {
  const maax = useProviderSetup('maax');
  const socialBoards = useProviderSetup('socialboards');
  const sites = useSites();
  if (!maax || !socialBoards || !sites) return null;
  return (
    <SetupPage
      maax={maax}
      socialBoards={socialBoards}
      helpdesks={{
        helpdesks: listHelpdesks(sites),
        onToggle: ({ origin }, isOn) => void (isOn ? enableSite(origin) : disableSite(origin)),
        onGrant: ({ origin }) => void enableSite(origin),
        onAdd: add,
      }}
    />
  );
}
