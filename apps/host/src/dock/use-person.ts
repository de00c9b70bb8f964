import { useLocation, useSearch } from 'wouter';
import { type Person, people } from '../../site/people.ts';

/** Who the visitor is signed in as, from the page's address; the first of them where it names nobody. */
export function usePerson(): readonly [Person, (person: Person) => void] {
  const id = new URLSearchParams(useSearch()).get('as');
  const [path, navigate] = useLocation();
  const person = people.find((one) => one.id === id) ?? people[0];
  return [person, (next) => navigate(`${path}?as=${next.id}`, { replace: true })];
}
