import { browser } from 'wxt/browser';
import { t } from './i18n.ts';

const COUNT = '#4354cf';
const WARNING = '#b3401e';

async function describeCount(count: number): Promise<string> {
  if (count === 0) return browser.action.getTitle({});
  return count === 1 ? t('countOneTitle') : t('countTitle', String(count));
}

/**
 * Shows on the toolbar icon how many conversations a tab's ticket holds, and says it in its title. For none, the tab shows what
 * all tabs show: nothing, or the warning. A closed tab is no failure.
 */
export async function showCount(tabId: number, count: number): Promise<void> {
  // Both browsers take null for "as everywhere"; the types do not know.
  const text = (count > 0 ? String(count) : null) as string;
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COUNT }),
    // Chromium has no "as everywhere" for titles.
    describeCount(count).then((title) => browser.action.setTitle({ tabId, title })),
  ]);
}

/** Marks the toolbar icon and says why in its title; undefined takes the mark away. A tab with conversations still shows their number. */
export async function showWarning(warning: string | undefined): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ text: warning === undefined ? '' : '!' }),
    browser.action.setBadgeBackgroundColor({ color: WARNING }),
    browser.action.setTitle({ title: warning ?? t('extensionName') }),
  ]);
}
