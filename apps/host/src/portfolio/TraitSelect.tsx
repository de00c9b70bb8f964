import { type TraitControlProps, traitLabels } from './trait-control.ts';

/** A trait's values as a list, one of which can be chosen; several may come from an address. */
export function TraitSelect({ trait, values, chosen, onOnly }: TraitControlProps) {
  const [first = ''] = chosen;
  const several = chosen.length > 1;
  return (
    <label className="trait-select" data-active={chosen.length > 0}>
      <span>{traitLabels[trait]}</span>
      <select value={several ? 'several' : first} onChange={({ target }) => onOnly(target.value)}>
        <option value="">All</option>
        {several && <option value="several">{chosen.join(', ')}</option>}
        {values.map(({ value, count }) => (
          <option key={value} value={value}>
            {value} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
