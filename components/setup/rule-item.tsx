import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { PROVIDER_IDS, type ProviderId } from '../../lib/domain/ref.ts';
import { isRuleText, type TaughtRule } from '../../lib/domain/taught-rule.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import type { RuleTrial } from '../hooks/use-rules.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';

export interface RuleItemProps {
  readonly rule: TaughtRule;
  /** `null` deletes it. Resolves to false where there is such a rule already. */
  readonly onReplace: (rule: TaughtRule, by: TaughtRule | null) => Promise<boolean>;
  /** What it found on the open pages when it was put in force. */
  readonly trial?: RuleTrial | undefined;
}

const KINDS: { readonly [kind in TaughtRule['kind']]: MessageKey } = {
  label: 'ruleLabel',
  url: 'ruleUrl',
  pattern: 'rulePattern',
};

const NOT: { readonly [kind in NonNullable<TaughtRule['refuses']>]: MessageKey } = {
  field: 'ruleNotField',
  text: 'ruleNotText',
  link: 'ruleNotLink',
};

/** What a rule looks for, or leaves out, in plain words. */
function describe({ kind, refuses }: TaughtRule): string {
  if (!refuses) return t(KINDS[kind]);
  return t(kind === 'pattern' ? 'ruleNotPattern' : NOT[refuses]);
}

/** The words by which a rule is called. */
function nameRule({ refuses, text }: TaughtRule): string {
  return refuses ? t('ruleNot', text) : text;
}

function readProblem(kind: TaughtRule['kind'], text: string, isTwice: boolean): string | undefined {
  if (!isRuleText(kind, text)) return t(kind === 'pattern' ? 'rulePatternProblem' : 'ruleTextProblem');
  return isTwice ? t('ruleTwice') : undefined;
}

function withProvider({ provider: _provider, ...rule }: TaughtRule, provider: ProviderId | ''): TaughtRule {
  return provider === '' ? rule : { ...rule, provider };
}

/** Says what a rule that refuses left out when it was tried. */
function TriedRefusing({ trial: { pages, ids } }: { readonly trial: RuleTrial }) {
  const found = [...new Set(ids.flat())].join(', ');
  const said = found ? t('ruleTriedLeftOut', found) : t('ruleTriedNoneLeftOut');
  return (
    <Notice tone={found ? 'good' : 'warn'}>
      <p>{pages === 0 ? t('ruleTriedNowhere') : said}</p>
    </Notice>
  );
}

/** Says what a rule found when it was tried: nothing, an id, or several on one page. */
function Tried({ trial: { pages, ids } }: { readonly trial: RuleTrial }) {
  const several = ids.find((found) => found.length > 1);
  const found = [...new Set(ids.flat())].join(', ');
  return (
    <Notice tone={several || ids.length === 0 ? 'warn' : 'good'}>
      <p>
        {pages === 0 && t('ruleTriedNowhere')}
        {pages > 0 && ids.length === 0 && t('ruleTriedNone')}
        {several ? t('ruleTriedSeveral', several.join(', ')) : ids.length > 0 && t('ruleTriedFound', found)}
      </p>
    </Notice>
  );
}

function RuleForm({ rule, onReplace, onClose }: RuleItemProps & { readonly onClose: () => void }) {
  const [text, setText] = useState(rule.text);
  const [provider, setProvider] = useState<ProviderId | ''>(rule.provider ?? '');
  const [isTwice, setTwice] = useState(false);
  const problem = readProblem(rule.kind, text.trim(), isTwice);
  const save = async () => {
    if (!isRuleText(rule.kind, text.trim())) return;
    const isKept = await onReplace(rule, withProvider({ ...rule, text: text.trim() }, provider));
    if (isKept) onClose();
    else setTwice(true);
  };
  const change = (typed: string) => {
    setText(typed);
    setTwice(false);
  };
  const options = [
    { value: '' as const, label: t('ruleAnyProvider') },
    ...PROVIDER_IDS.map((value) => ({ value, label: PROVIDER_NAMES[value] })),
  ];
  return (
    <form
      class="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={t(rule.refuses && rule.kind === 'url' ? 'ruleLinkPart' : KINDS[rule.kind])}
        value={text}
        error={problem}
        onInput={change}
      />
      <Select label={t('ruleProvider')} value={provider} options={options} onChange={setProvider} />
      <div class="rule-actions">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" look="primary">
          {t('ruleSave')}
        </Button>
      </div>
    </form>
  );
}

/** One rule: what it looks for, on which site, and whether it is in force. */
export function RuleItem({ rule, onReplace, trial }: RuleItemProps) {
  const [isOpen, setOpen] = useState(false);
  const { site, provider, enabled, refuses } = rule;
  const name = nameRule(rule);
  return (
    <li class="rule">
      <div class="rule-line">
        <Switch isOn={enabled} onChange={(isOn) => void onReplace(rule, { ...rule, enabled: isOn })}>
          <span class="rule-text" dir="auto">
            {name}
          </span>{' '}
          <span class="rule-what">
            {describe(rule)}
            {provider && ` · ${PROVIDER_NAMES[provider]}`} · <span class="rule-site">{site.replace(/^https:\/\//, '')}</span>
          </span>
        </Switch>
        <IconButton icon={Pencil} label={t('ruleEdit', name)} onClick={() => setOpen(!isOpen)} />
        <IconButton icon={Trash2} label={t('ruleDelete', name)} onClick={() => void onReplace(rule, null)} />
      </div>
      <div role="status" class="rule-tried">
        {trial && (refuses ? <TriedRefusing trial={trial} /> : <Tried trial={trial} />)}
      </div>
      {isOpen && <RuleForm rule={rule} onReplace={onReplace} onClose={() => setOpen(false)} />}
    </li>
  );
}
