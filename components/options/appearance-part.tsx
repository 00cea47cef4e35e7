import { i18n } from '#i18n';
import { type Appearance, SIZES, THEMES } from '../../utils/storage/appearance';
import { Choice } from '../ui/choice';
import { Part } from '../ui/section';
import styles from './options.module.css';

interface AppearancePartProps {
  appearance: Appearance;
  onChange(next: Appearance): void;
}

/** Theme and size of text. */
export function AppearancePart({ appearance, onChange }: AppearancePartProps) {
  return (
    <Part title={i18n.t('appearance.title')} id="appearance">
      <div class={styles.fields}>
        <Choice
          label={i18n.t('appearance.theme')}
          value={appearance.theme}
          options={THEMES.map((one) => [one, i18n.t(`appearance.themes.${one}`)])}
          onChange={(theme) => onChange({ ...appearance, theme })}
        />
        <Choice
          label={i18n.t('appearance.size')}
          value={appearance.size}
          options={SIZES.map((one) => [one, i18n.t(`appearance.sizes.${one}`)])}
          onChange={(size) => onChange({ ...appearance, size })}
        />
      </div>
      <p class="quiet">{i18n.t('options.languageHelp')}</p>
    </Part>
  );
}
