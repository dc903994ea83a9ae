import { Download, Upload } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/domain/result.ts';
import { formatRule, type TaughtRule, toRuleFile } from '../../lib/domain/taught-rule.ts';
import { t } from '../hooks/translate.ts';
import type { ImportRefusal, RuleTrial } from '../hooks/use-rules.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RuleItem, type RuleItemProps } from './rule-item.tsx';
import './rules-region.css';

export interface RulesRegionProps {
  readonly rules: readonly TaughtRule[];
  readonly onReplace: RuleItemProps['onReplace'];
  /** Of a rule that was just put in force. */
  readonly onTry: (rule: TaughtRule) => Promise<RuleTrial>;
  readonly onImport: (text: string) => Promise<Result<{ readonly count: number }, ImportRefusal>>;
}

/** Longer files are not read. */
const MAX_FILE = 100_000;

function describeRefusal(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case 'not-json':
      return t('importNotJson');
    case 'other-version':
      return t('importOtherVersion');
    case 'wrong-shape':
      return refusal.where === '' ? t('importWrongShape') : t('importWrongPlace', refusal.where);
    case 'too-many':
      return t('importTooMany', String(refusal.all), String(refusal.site));
  }
}

/** Hands the rules over as a file, without any permission for downloads. */
function download(rules: readonly TaughtRule[]): void {
  const text = `${JSON.stringify(toRuleFile(rules), null, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'backscroll-rules.json';
  link.click();
  // The download reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function FileActions({ rules, onImport }: Pick<RulesRegionProps, 'rules' | 'onImport'>) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly isGood: boolean; readonly text: string }>();
  const take = async (file: File) => {
    if (file.size > MAX_FILE) return setSaid({ isGood: false, text: t('importTooLarge') });
    const taken = await onImport(await file.text());
    setSaid(
      taken.ok
        ? { isGood: true, text: t('importDone', String(taken.value.count)) }
        : { isGood: false, text: describeRefusal(taken.failure) },
    );
  };
  return (
    <div class="rules-files">
      <div class="rules-buttons">
        {rules.length > 0 && (
          <Button icon={Download} onClick={() => download(rules)}>
            {t('exportRules')}
          </Button>
        )}
        <Button icon={Upload} onClick={() => input.current?.click()}>
          {t('importRules')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('rulesFile')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again once it is mended.
          if (file) void take(file).then(() => Object.assign(currentTarget, { value: '' }));
        }}
      />
      <div role="status" class="rules-status">
        {said && (
          <Notice tone={said.isGood ? 'good' : 'bad'}>
            <p>{said.text}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}

/** What the agent taught Backscroll on the pages of helpdesks. */
export function RulesRegion({ rules, onReplace, onTry, onImport }: RulesRegionProps) {
  const headingId = useId();
  const [tried, setTried] = useState<{ readonly name: string; readonly trial: RuleTrial }>();
  const replace: RuleItemProps['onReplace'] = async (rule, by) => {
    setTried(undefined);
    const isKept = await onReplace(rule, by);
    if (isKept && by?.enabled) setTried({ name: formatRule(by), trial: await onTry(by) });
    return isKept;
  };
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head">
        <h2 id={headingId}>{t('rules')}</h2>
      </div>
      <p class="region-text">{t(rules.length > 0 ? 'rulesText' : 'rulesNone')}</p>
      {rules.length > 0 && (
        <ul class="rules">
          {rules.map((rule) => (
            <RuleItem
              key={formatRule(rule)}
              rule={rule}
              onReplace={replace}
              trial={tried?.name === formatRule(rule) ? tried.trial : undefined}
            />
          ))}
        </ul>
      )}
      <FileActions rules={rules} onImport={onImport} />
    </section>
  );
}
