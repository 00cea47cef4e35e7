import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { COLOURS, type TagColour } from '../../utils/domain/tag-colours';
import styles from './tag-manager.module.css';

interface ColourChoiceProps {
  label: string;
  /** Undefined if several tags have different colours. */
  value: TagColour | 'none' | undefined;
  onChoose(colour: TagColour | undefined): void;
}

/** Chooses a colour or none: each is a dot; the chosen one shows its name. */
export function ColourChoice({ label, value, onChoose }: ColourChoiceProps) {
  const name = useId();
  return (
    <fieldset class={styles.colours}>
      <legend class="unseen">{label}</legend>
      {(['none', ...COLOURS] as const).map((one) => (
        <label key={one} class={styles.colour} title={i18n.t(`tags.colours.${one}`)}>
          <input
            type="radio"
            name={name}
            checked={one === value}
            onChange={() => onChoose(one === 'none' ? undefined : one)}
          />
          <span class={styles.swatch} data-colour={one} />
          <span class={one === value ? styles.colourName : 'unseen'}>{i18n.t(`tags.colours.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
