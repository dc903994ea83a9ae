import type { MaaxSettings } from '../../lib/domain/provider-settings.ts';
import { t } from '../hooks/translate.ts';
import { describeShape } from './describe-shape.ts';
import { findProblem } from './draft-problems.ts';
import { MaaxAddressRemark } from './maax-address-remark.tsx';
import { ProviderRegion } from './provider-region.tsx';
import { SecretField } from './secret-field.tsx';
import { UrlField } from './url-field.tsx';
import { type ProviderFormProps, useProviderForm } from './use-provider-form.ts';

/** Sets up MAAX AI. */
export function MaaxForm(props: ProviderFormProps<MaaxSettings>) {
  const form = useProviderForm(props);
  const { settings, typed, problems } = form;
  return (
    <ProviderRegion provider="maax" isSetUp={props.stored.length > 0} form={form}>
      <SecretField
        label={t('apiKey')}
        value={typed.apiKey ?? ''}
        isStored={props.stored.includes('apiKey')}
        error={findProblem(problems, 'apiKey')}
        hint={t('apiKeyHint')}
        onInput={(value) => form.type('apiKey', value)}
      />
      <UrlField
        label={t('baseUrl')}
        value={settings.baseUrl}
        error={findProblem(problems, 'baseUrl')}
        onInput={(baseUrl) => form.change({ baseUrl })}
      >
        <MaaxAddressRemark
          url={settings.baseUrl}
          isRefused={findProblem(problems, 'baseUrl') !== undefined}
          onChange={(baseUrl) => form.change({ baseUrl })}
        />
      </UrlField>
      {props.shape && (
        <p class="field-hint" data-part="shape">
          {describeShape(props.shape)}
        </p>
      )}
    </ProviderRegion>
  );
}
