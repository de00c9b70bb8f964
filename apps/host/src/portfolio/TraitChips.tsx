import { inOrder, type TraitControlProps, traitLabels } from './trait-control.ts';

/** A trait's values side by side, each of which can be switched on. */
export function TraitChips({ trait, values, chosen, onToggle }: TraitControlProps) {
  return (
    <fieldset className="chips">
      <legend>{traitLabels[trait]}</legend>
      {inOrder(trait, values).map(({ value, count }) => (
        <button key={value} type="button" aria-pressed={chosen.includes(value)} onClick={() => onToggle(value)}>
          {value} <small>{count}</small>
        </button>
      ))}
    </fieldset>
  );
}
