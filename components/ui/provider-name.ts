import type { ProviderId } from '../../lib/domain/ref.ts';

/** The products' names, the same in every language. */
export const PROVIDER_NAMES: { readonly [provider in ProviderId]: string } = {
  maax: 'MAAX AI',
  socialboards: 'SocialBoards',
};
