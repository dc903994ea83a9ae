export { getLanguage, t } from '../../lib/platform/i18n.ts';
