import type { Candidate } from '../domain/candidate.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import { watchChanges } from './change-sources.ts';
import type { Finding } from './finding.ts';
import { generic } from './helpdesks/generic.ts';
import { identifyTicket, type OpenTicket } from './identify-ticket.ts';
import { hearFrames, type InnerFrames } from './inner-frames.ts';
import { isSeen } from './is-visible.ts';
import { areComingIn, haveMoved } from './open-frame.ts';
import { type Control, isAlive } from './page.ts';
import { readControl } from './read-control.ts';
import { runLater } from './run-later.ts';
import { runSlices } from './run-slices.ts';
import { createScanBudget } from './scan-budget.ts';
import { type Scan, scanPage, toCandidate } from './scan-page.ts';
import { createStaleGuard } from './stale-guard.ts';
import type { Report, TaughtPage, WatchOptions } from './watch-options.ts';

const DEBOUNCE = 30;
const QUIET = 400;
/** Even a page that never rests has shown by now what it has. */
const CEILING = 3000;
/** Nobody pauses this long within a number. */
const TYPING = 700;
/** How long what is held back is looked at again and again, and the end of a document is waited for. */
const PATIENCE = 10_000;
const MAX_CONTROLS = 500;

class PageWatcher {
  readonly #document: Document;
  readonly #view: Window;
  readonly #options: WatchOptions;
  readonly #budget = createScanBudget();
  readonly #guard = createStaleGuard();
  readonly #changes: ReturnType<typeof watchChanges>;
  readonly #inner: InnerFrames;
  #page: OpenTicket;
  #roots: readonly Node[];
  #findings: readonly Finding[] = [];
  #values: readonly (readonly [Control, string])[] = [];
  #frames: Scan['frames'] = [];
  #hollow: Scan['hollow'] = [];
  #closed: Scan['closed'] = [];
  #changedAt: number;
  #movedAt: number;
  #typedAt = Number.NEGATIVE_INFINITY;
  /** Calls the next look off. */
  #callOff: (() => void) | undefined;
  #isSettled = false;
  #isRead = false;
  #isScanning = false;
  #isDirty = true;
  #isWaiting = false;
  /** Nothing has moved since the last tick, or the observer was asleep until then. */
  #isStill = false;
  #sent = '';
  #rules: readonly TaughtRule[] = [];

  constructor(document: Document, view: Window, options: WatchOptions) {
    [this.#document, this.#view, this.#options] = [document, view, options];
    this.#page = identifyTicket(document, options.helpdesks);
    this.#roots = [document];
    this.#changedAt = this.#movedAt = view.performance.now();
    this.#inner = hearFrames(view, () => this.#move(), options.signal);
    const handlers = {
      onMove: () => this.#move(),
      onReady: () => {
        this.#movedAt = this.#now;
        this.#startAfresh(true);
      },
      onInput: () => this.#type(),
      onAddress: () => this.#readAddress(),
      onTick: () => this.#tick(),
    };
    this.#changes = watchChanges(document, view, handlers, options.signal);
    options.signal.addEventListener('abort', () => this.#callOff?.());
    this.#publish();
    this.#changes.observe(this.#roots);
    this.#schedule(0);
  }

  setRules(rules: readonly TaughtRule[]): void {
    if (JSON.stringify(rules) === JSON.stringify(this.#rules)) return;
    this.#rules = rules;
    this.#isSettled = false;
    this.#move();
  }

  async tryRules(rules: readonly TaughtRule[]): Promise<readonly Candidate[]> {
    return ((await this.#look(rules))?.findings ?? []).map(toCandidate);
  }

  get #now(): number {
    return this.#view.performance.now();
  }

  /** A frame that is not laid out: the page around it says so. What it shows is as it was, and is looked at when it is back. */
  get #isFolded(): boolean {
    return this.#options.isInner && this.#document.documentElement?.checkVisibility?.() === false;
  }

  #schedule(delay: number): void {
    if (this.#callOff || this.#options.signal.aborted) return;
    const wait = Math.max(delay, this.#budget.wait(this.#now));
    this.#callOff = runLater(this.#view, wait, () => {
      this.#callOff = undefined;
      void this.#scan();
    });
  }

  #move(): void {
    [this.#movedAt, this.#isDirty, this.#isStill] = [this.#now, true, false];
    if (!this.#isScanning) this.#schedule(DEBOUNCE);
  }

  #type(): void {
    this.#typedAt = this.#now;
    this.#isDirty = true;
    this.#schedule(TYPING);
  }

  /** Another ticket is open: what was said of the one before is taken back at once. */
  #readAddress(): void {
    const page = identifyTicket(this.#document, this.#options.helpdesks);
    if (page.helpdesk === this.#page.helpdesk && page.ticket === this.#page.ticket) return;
    this.#page = page;
    this.#changedAt = this.#now;
    this.#isSettled = this.#isWaiting = this.#isRead = false;
    this.#findings = [];
    this.#publish();
    this.#budget.grant(this.#now);
    this.#startAfresh();
  }

  /** The next look is had at once, whatever was planned; `isNow`: in this very task, before the page is laid out and drawn. */
  #startAfresh(isNow = false): void {
    this.#callOff?.();
    [this.#isDirty, this.#callOff] = [true, undefined];
    if (isNow && !this.#options.signal.aborted && this.#budget.lends(this.#now)) void this.#scan();
    else this.#schedule(0);
  }

  #tick(): void {
    this.#readAddress();
    const isFilled = this.#values.some(([control, value]) => isAlive(control) && readControl(control) !== value);
    const hasChanged = haveMoved(this.#frames) || this.#hollow.some(({ shadowRoot }) => shadowRoot);
    const hasGone = this.#closed.some((frame) => !isAlive(frame) || !isSeen(frame));
    if (!this.#isDirty && (isFilled || hasChanged || hasGone)) this.#move();
    else if (this.#options.isInner && this.#isDirty && !this.#isScanning) this.#schedule(DEBOUNCE);
    else if (this.#isWaiting && this.#now - this.#changedAt < PATIENCE) this.#schedule(DEBOUNCE);
    if (this.#isDirty && this.#callOff) this.#hurry();
    this.#settle();
  }

  /** Where looks have become too dear, a page at rest need not wait; what ticks see again until then is no news. */
  #hurry(): void {
    if (this.#now - this.#typedAt < TYPING) return;
    if (!this.#isStill) this.#changes.observe(this.#roots);
    else if (this.#budget.lends(this.#now)) this.#startAfresh(true);
    this.#isStill = true;
  }

  async #scan(): Promise<void> {
    if (this.#isScanning || this.#isFolded || this.#document.readyState === 'loading') return;
    this.#readAddress();
    const page = this.#page;
    [this.#isScanning, this.#isDirty] = [true, false];
    this.#changes.observe(this.#roots);
    const scan = await this.#look();
    this.#isScanning = false;
    if (!scan || this.#options.signal.aborted) return;
    this.#readAddress();
    if (page !== this.#page) return this.#schedule(0);
    this.#take(scan);
    if (this.#isDirty) this.#schedule(DEBOUNCE);
    this.#view.setTimeout(() => this.#settle(), QUIET + DEBOUNCE);
  }

  async #look(rules = this.#rules): Promise<Scan | undefined> {
    const { signal, isInner, helpdesks } = this.#options;
    const steps = scanPage(new URL(this.#document.URL), this.#document, { helpdesks, isInner, rules });
    try {
      const run = await runSlices(steps, this.#view, signal);
      if (run) this.#budget.spend(run.cost, this.#now);
      return run?.value;
    } catch {
      // A page can make any of its own objects throw; what it shows next may be read again.
      this.#budget.spend(10, this.#now);
      return undefined;
    }
  }

  #take(scan: Scan): void {
    const now = this.#now;
    const { kept, holds } = this.#guard.filter(
      [...scan.findings.filter(({ node }) => !node || isAlive(node)), ...this.#inner.find(scan.closed.filter(isAlive))],
      {
        ...{ now, ticket: this.#page.ticket ?? '', changedAt: this.#changedAt, movedAt: this.#movedAt },
        ...{ isKnown: scan.helpdesk.id !== generic.id, isKeyed: scan.isKeyed },
      },
    );
    const isTyping = now - this.#typedAt < TYPING;
    this.#findings = isTyping ? kept.filter(({ node }) => node !== this.#document.activeElement) : kept;
    this.#isWaiting = holds || this.#findings.length < kept.length;
    this.#values = scan.controls.slice(0, MAX_CONTROLS).map((control) => [control, readControl(control)]);
    [this.#roots, this.#frames, this.#hollow] = [scan.roots, scan.frames, scan.hollow];
    [this.#closed, this.#isRead] = [scan.closed, true];
    this.#isDirty ||= haveMoved(this.#frames);
    if (!this.#isDirty) this.#changes.observe(this.#roots);
    this.#publish();
  }

  #settle(): void {
    const [{ readyState }, now] = [this.#document, this.#now];
    // However slow the machine, nothing is said of a page that was not looked at; but one that never ends is never looked at.
    const isUnread = !this.#isRead && (readyState !== 'loading' || now - this.#changedAt < PATIENCE);
    if (this.#isSettled || isUnread || this.#options.signal.aborted) return;
    const isComing = readyState !== 'complete' || areComingIn(this.#frames);
    const isBusy = this.#isDirty || this.#isScanning || this.#isWaiting || isComing;
    const isQuiet = !isBusy && now - Math.max(this.#movedAt, this.#changedAt) >= QUIET;
    if (!isQuiet && now - this.#changedAt < CEILING) return;
    this.#isSettled = true;
    this.#publish();
  }

  #publish(): void {
    const [{ signal, isInner, report }, { helpdesk, ticket }] = [this.#options, this.#page];
    const frames = this.#findings.filter(({ isFrame }) => isFrame).map(({ id }) => id);
    const candidates = this.#findings.filter(({ isFrame }) => !isFrame).map(toCandidate);
    const message: Report = {
      ...{ helpdesk, candidates, settled: isInner || this.#isSettled },
      ...(ticket === undefined || isInner ? {} : { ticket }),
      ...(frames.length === 0 ? {} : { frames }),
    };
    const text = JSON.stringify(message);
    // A frame without an id speaks once, all the same: it is answered with what the agent taught.
    if (signal.aborted || text === this.#sent) return;
    this.#sent = text;
    report(message);
  }
}

/**
 * Watches a page until the signal ends it, and reports what it shows whenever that changes: at once with nothing in it when the
 * ticket changes, then what is found. Knows no browser API beside the page's own.
 */
export function watchPage(document: Document, options: WatchOptions): TaughtPage | undefined {
  const view = document.defaultView;
  return view && !options.signal.aborted ? new PageWatcher(document, view, options) : undefined;
}
