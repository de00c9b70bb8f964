import { type Person, people } from '../../site/people.ts';

/** Props of {@link PersonSwitcher}. */
export interface PersonSwitcherProps {
  readonly person: Person;
  readonly onPerson: (person: Person) => void;
}

const accounts = [...new Set(people.map(({ accountName }) => accountName))];

/** Lets a visitor of the demo sign in as somebody else. */
export function PersonSwitcher({ person, onPerson }: PersonSwitcherProps) {
  return (
    <label className="person">
      <span>Signed in as</span>
      <select
        value={person.id}
        onChange={({ target }) => {
          const next = people.find(({ id }) => id === target.value);
          if (next) onPerson(next);
        }}
      >
        {accounts.map((account) => (
          <optgroup key={account} label={account}>
            {people
              .filter(({ accountName }) => accountName === account)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}, {account}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
