export { getLanguage, type MessageKey, t } from '../../lib/platform/i18n.ts';
