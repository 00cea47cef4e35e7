import styles from './choice.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  /** Each with its text. */
  options: (readonly [T, string])[];
  onChange(value: T): void;
}

/** A labelled list of options to choose one from. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <label class={styles.choice}>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([name]) => name === event.currentTarget.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
