/** Decides when the next look at the page may be had, so that a restless page costs no more than a fixed share of the main thread. */
export interface ScanBudget {
  /** ms to wait before the next scan. */
  wait(now: number): number;
  /** Whether a page that has come to rest may be looked at on credit: what came late on a busy machine is worth it. */
  lends(now: number): boolean;
  spend(cost: number, now: number): void;
  /** A new ticket is worth a look at once; granted only every so often, or a hostile page could ask for it all day. */
  grant(now: number): void;
}

/** Half of the design's 1 %: the observer and the timers have their part, too. */
const SHARE = 0.005;
/** What a page may cost at once while it builds itself up, ms: it is drawn anew several times in its first second. */
const CREDIT = 120;
/** What all looks on credit may cost together before it is paid back, ms. */
const LOAN = 400;
const GRANT_EVERY = 1500;
const MAX_WAIT = 5000;

/** Makes a budget that starts with a full purse. */
export function createScanBudget(): ScanBudget {
  let credit = CREDIT;
  let at = 0;
  let granted = Number.NEGATIVE_INFINITY;
  function refill(now: number): void {
    credit = Math.min(CREDIT, credit + Math.max(0, now - at) * SHARE);
    at = now;
  }
  return {
    wait(now) {
      refill(now);
      return credit > 0 ? 0 : Math.min(MAX_WAIT, -credit / SHARE);
    },
    lends(now) {
      refill(now);
      return credit > -LOAN;
    },
    spend(cost, now) {
      refill(now);
      credit -= cost;
    },
    grant(now) {
      refill(now);
      if (now - granted < GRANT_EVERY) return;
      granted = now;
      credit = Math.max(credit, CREDIT / 2);
    },
  };
}
