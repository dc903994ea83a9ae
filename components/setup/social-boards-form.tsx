import { SIGN_IN_METHODS, type SignInMethod, type SocialBoardsSettings } from '../../lib/domain/provider-settings.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Field } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { findProblem } from './draft-problems.ts';
import { ProviderRegion } from './provider-region.tsx';
import { SecretField } from './secret-field.tsx';
import { UrlField } from './url-field.tsx';
import { type ProviderForm, type ProviderFormProps, useProviderForm } from './use-provider-form.ts';

type Props = ProviderFormProps<SocialBoardsSettings>;

interface PartProps {
  readonly form: ProviderForm<SocialBoardsSettings>;
  readonly stored: Props['stored'];
}

const METHOD_WORDS: { readonly [method in SignInMethod]: MessageKey } = {
  'refresh-token': 'refreshToken',
  'access-token': 'accessToken',
};

function RefreshTokenFields({ form, stored }: PartProps) {
  const { settings, typed, problems } = form;
  return (
    <>
      <Field
        label={t('clientId')}
        value={settings.clientId}
        error={findProblem(problems, 'clientId')}
        isCode
        onInput={(clientId) => form.change({ clientId })}
      />
      <SecretField
        label={t('refreshToken')}
        value={typed.refreshToken ?? ''}
        isStored={stored.includes('refreshToken')}
        error={findProblem(problems, 'refreshToken')}
        hint={t('refreshTokenHint')}
        onInput={(value) => form.type('refreshToken', value)}
      />
    </>
  );
}

function AccessTokenField({ form, stored }: PartProps) {
  return (
    <SecretField
      label={t('accessToken')}
      value={form.typed.accessToken ?? ''}
      isStored={stored.includes('accessToken')}
      error={findProblem(form.problems, 'accessToken')}
      hint={t('accessTokenHint')}
      onInput={(value) => form.type('accessToken', value)}
    />
  );
}

/** The account's short name: another sign-in with an access token; with either, a link from each conversation to the inbox. */
function CommunityField({ form }: Pick<PartProps, 'form'>) {
  const { settings, problems } = form;
  return (
    <Field
      label={t('community')}
      value={settings.community ?? ''}
      error={findProblem(problems, 'community')}
      hint={t(settings.signIn === 'access-token' ? 'communityHintOlder' : 'communityHint')}
      isCode
      onInput={(community) => form.change({ community })}
    />
  );
}

/** Sets up SocialBoards. All boxes stand there, whichever way in is chosen: what is stored for the other one is kept. */
export function SocialBoardsForm(props: Props) {
  const form = useProviderForm(props);
  const { settings, problems } = form;
  const options = SIGN_IN_METHODS.map((method) => ({ value: method, label: t(METHOD_WORDS[method]) }));
  return (
    <ProviderRegion provider="socialboards" isSetUp={props.stored.length > 0} form={form}>
      <RadioGroup
        label={t('signInWith')}
        value={settings.signIn}
        options={options}
        onChange={(signIn) => form.change({ signIn })}
      />
      <RefreshTokenFields form={form} stored={props.stored} />
      <AccessTokenField form={form} stored={props.stored} />
      <CommunityField form={form} />
      <UrlField
        label={t('baseUrl')}
        value={settings.baseUrl}
        error={findProblem(problems, 'baseUrl')}
        onInput={(baseUrl) => form.change({ baseUrl })}
      />
      <UrlField
        label={t('tokenUrl')}
        value={settings.tokenUrl}
        error={findProblem(problems, 'tokenUrl')}
        onInput={(tokenUrl) => form.change({ tokenUrl })}
      />
    </ProviderRegion>
  );
}
