import { useRef, useState } from 'preact/hooks';
import type { AnswerShape } from '../../lib/domain/answer-shape.ts';
import type { DraftProblem, ProviderDraft, ProviderSettings, SecretName, Secrets } from '../../lib/domain/provider-settings.ts';
import { fail } from '../../lib/domain/result.ts';
import { keepProblems } from './draft-problems.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';
import type { ShownOutcome } from './outcome-status.tsx';

/** What a provider's form is given. The functions are called in the click's own task. */
export interface ProviderFormProps<S extends ProviderSettings> {
  /** In use: what is stored, else the defaults. */
  readonly settings: S;
  /** Secrets that are stored; never their values. */
  readonly stored: readonly SecretName[];
  /** How the last history came, where no page describes it. */
  readonly shape?: AnswerShape | undefined;
  readonly onSave: (draft: ProviderDraft) => Promise<FormOutcome>;
  /** `text`: an id, or a link or a text with one in it. */
  readonly onTest: (draft: ProviderDraft, text: string) => Promise<FormOutcome>;
  readonly onRemove: () => Promise<FormOutcome>;
}

export interface ProviderForm<S extends ProviderSettings> {
  readonly settings: S;
  readonly typed: Secrets;
  readonly testId: string;
  readonly busy: FormAction | undefined;
  readonly shown: ShownOutcome | undefined;
  readonly problems: readonly DraftProblem[];
  readonly change: (changed: Partial<S>) => void;
  readonly type: (name: SecretName, value: string) => void;
  readonly setTestId: (id: string) => void;
  readonly run: (action: FormAction) => void;
}

function readProblems(outcome: FormOutcome): readonly DraftProblem[] {
  return !outcome.ok && outcome.failure.kind === 'draft' ? outcome.failure.problems : [];
}

/** How the last action ended, and which boxes it left marked. */
function useShown() {
  const [shown, setShown] = useState<ShownOutcome>();
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const show = (action: FormAction, outcome: FormOutcome) => {
    setShown({ action, outcome });
    setProblems(readProblems(outcome));
  };
  const clear = () => {
    setShown(undefined);
    setProblems([]);
  };
  const age = (changed: readonly string[]) => {
    const left = keepProblems(problems, changed);
    setProblems(left);
    setShown(shown && { ...shown, isOutdated: true, isMended: problems.length > 0 ? left.length === 0 : shown.isMended });
  };
  return { shown, problems, show, clear, age };
}

/** Outcomes after which the boxes still hold what is not stored. */
const UNSAVED: ReadonlySet<string> = new Set(['draft', 'locked', 'not-stored', 'no-key']);

/** An empty box means the stored secret. */
function dropEmpty(typed: Secrets): Secrets {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

/** What the boxes hold until they are saved, and how the last action ended. */
export function useProviderForm<S extends ProviderSettings>(props: ProviderFormProps<S>): ProviderForm<S> {
  const [changed, setChanged] = useState<Partial<S>>({});
  const [typed, setTyped] = useState<Secrets>({});
  const [testId, setTestId] = useState('');
  const [busy, setBusy] = useState<FormAction>();
  const { shown, problems, show, clear, age } = useShown();
  const turn = useRef(0);
  const settings: S = { ...props.settings, ...changed };
  const actions: { readonly [action in FormAction]: (draft: ProviderDraft) => Promise<FormOutcome> } = {
    save: (draft) => props.onSave(draft),
    test: (draft) => props.onTest(draft, testId.trim()),
    remove: () => props.onRemove(),
  };
  const finish = (own: number, action: FormAction, outcome: FormOutcome) => {
    // A test that was overtaken has nothing to say any more.
    if (own !== turn.current) return;
    setBusy(undefined);
    show(action, outcome);
    const isRefused = !outcome.ok && UNSAVED.has(outcome.failure.kind);
    if (!isRefused && action !== 'test') {
      setTyped({});
      setChanged({});
    }
  };
  const run = (action: FormAction) => {
    // A slow test holds nothing up; the others are not begun twice.
    if (busy !== undefined && (busy !== 'test' || action === 'test')) return;
    const own = ++turn.current;
    setBusy(action);
    clear();
    // A background that dies over it answers nothing: the agent can press again.
    const lost: FormOutcome = fail(action === 'test' ? { kind: 'timeout', provider: settings.provider } : { kind: 'not-stored' });
    void actions[action]({ settings, typed: dropEmpty(typed) })
      .catch(() => lost)
      .then((outcome) => finish(own, action, outcome));
  };
  return {
    ...{ settings, typed, testId, busy, shown, setTestId, run, problems },
    change: (next) => {
      setChanged({ ...changed, ...next });
      age(Object.keys(next));
    },
    type: (name, value) => {
      setTyped({ ...typed, [name]: value });
      age([name]);
    },
  };
}
