import type { PageView } from '../open-pages.ts';
import { fill, locate, press, waitUntil } from '../view.ts';

export type ProviderRegion = 'MAAX AI' | 'SocialBoards';

/** Fills a provider's boxes by their names. */
export async function fillProvider(
  options: PageView,
  region: ProviderRegion,
  boxes: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of Object.entries(boxes)) await fill(options, { name, region }, text);
}

export async function chooseSignIn(options: PageView, method: 'Refresh token' | 'Access token'): Promise<void> {
  await locate(options.page, { role: 'radio', name: method, region: 'SocialBoards' }).click();
}

/** Clicks "Save" and waits for the outcome: `ok` or a failure kind. */
export async function saveProvider(options: PageView, region: ProviderRegion): Promise<string> {
  return pressForOutcome(options, region, 'Save');
}

export async function testConnection(options: PageView, region: ProviderRegion, id: string): Promise<string> {
  await fill(options, { name: 'Conversation ID for the test', region }, id);
  return pressForOutcome(options, region, 'Test connection');
}

/** The outcome of the last action is kept until the next, so the new one counts only after the region has changed. */
async function pressForOutcome(options: PageView, region: ProviderRegion, button: string): Promise<string> {
  const handle = await options.page.locator(`::-p-aria([name="${region}"][role="region"])`).waitHandle();
  await handle.evaluate((element) => {
    const status = element.querySelector<HTMLElement>('[role=status]');
    if (status !== null) status.dataset.seen = '';
    const forget = new MutationObserver(() => {
      element.querySelector('[role=status]')?.removeAttribute('data-seen');
      forget.disconnect();
    });
    if (status !== null)
      forget.observe(status, { subtree: true, childList: true, characterData: true, attributeFilter: ['data-outcome'] });
  });
  await press(options, button, region);
  return waitUntil(`the outcome of "${button}" in ${region}`, () =>
    handle.evaluate((element) => element.querySelector<HTMLElement>('[role=status]:not([data-seen])')?.dataset.outcome),
  );
}

/** Adds an address of a helpdesk and waits until its switch is on. */
export async function addHelpdesk(options: PageView, address: string): Promise<void> {
  await fill(options, { name: 'Address of your helpdesk', region: 'Helpdesks' }, address);
  await press(options, 'Add helpdesk', 'Helpdesks');
  await waitUntil(`the switch of ${address}`, () => options.evaluate(isSwitchOn, new URL(address).host));
}

function isSwitchOn(host: string): boolean {
  return [...document.querySelectorAll('[role=switch]')].some((element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const words = [
      element.getAttribute('aria-label'),
      element.textContent,
      ...labels.map((label) => label.textContent),
      ...ids.map((id) => document.getElementById(id)?.textContent),
    ];
    const isOn = element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
    return isOn && words.join(' ').includes(host);
  });
}

/** Clicks the switch of the helpdesk at this origin. */
export async function switchHelpdesk(options: PageView, origin: string): Promise<void> {
  const { host } = new URL(origin);
  await options.page.locator(`[role=switch] ::-p-text(${host})`).click();
}
