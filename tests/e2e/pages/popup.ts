import type { PageView } from '../open-pages.ts';
import { fill, locate, press } from '../view.ts';

export interface LookUp {
  readonly text: string;
  readonly provider?: 'MAAX AI' | 'SocialBoards';
}

/** Looks a conversation up by hand. */
export async function lookUp(popup: PageView, { text, provider }: LookUp): Promise<void> {
  if (provider !== undefined) await chooseProvider(popup, provider);
  await fill(popup, { name: 'Conversation ID' }, text);
  await press(popup, 'Look up');
}

async function chooseProvider(popup: PageView, provider: string): Promise<void> {
  const combobox = await locate(popup.page, { role: 'combobox', name: 'Provider' }).waitHandle();
  const value = await combobox.evaluate((element, label) => {
    const options = element instanceof HTMLSelectElement ? [...element.options] : [];
    return options.find((option) => option.text.trim() === label)?.value;
  }, provider);
  if (value === undefined) throw new Error(`The list of providers has no "${provider}".`);
  await locate(popup.page, { role: 'combobox', name: 'Provider' }).fill(value);
}
