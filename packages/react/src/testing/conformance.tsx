import { createRef, type ReactElement, type Ref, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import '../styles/styles.css';

/** What the suite passes to a view besides what the test file gives it. */
export interface ConformanceProps {
  readonly className?: string;
  readonly id?: string;
  readonly locale?: string;
  readonly lang?: string;
  readonly appearance?: { readonly theme: 'light' | 'dark' };
  readonly labels?: Readonly<Record<string, string>>;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A view with complete data, and what to look for in it. */
export interface ConformanceCase {
  readonly view: (props: ConformanceProps) => ReactElement;
  /** Texts that the server's HTML has to hold: the numbers, and the drawing. */
  readonly onServer: readonly string[];
  /** A label that is on the screen with complete data. */
  readonly label: string;
}

/** What every view promises. Run it on each with complete data. */
export function describeConformance(name: string, { view, onServer, label }: ConformanceCase): void {
  describe(`${name} conforms`, () => {
    test('forwards className, ref and other props to its root', async () => {
      const ref = createRef<HTMLDivElement>();
      await render(view({ ref, className: 'mine', id: 'root', lang: 'de' }));
      const root = document.getElementById('root');
      expect(root).toBe(ref.current);
      expect([...(root?.classList ?? [])]).toEqual(['plimsoll', 'mine']);
      expect(root?.lang).toBe('de');
    });

    test('takes any of its words from labels', async () => {
      const screen = await render(view({ labels: { [label]: 'In other words' } }));
      await expect.element(screen.getByText(/In other words/).first()).toBeInTheDocument();
    });

    test('is complete on the server', () => {
      const html = renderToString(view({}));
      for (const text of onServer) expect(html).toContain(text);
      for (const text of ['undefined', 'NaN', '[object']) expect(html).not.toContain(text);
    });

    test('survives a locale and a language it cannot know', async () => {
      const screen = await render(<StrictMode>{view({ locale: 'not a locale!', id: 'odd' })}</StrictMode>);
      expect(screen.container.querySelector('#odd')).not.toBeNull();
    });

    test('lets no style out', async () => {
      const before = { ...getComputedStyle(document.body) };
      const screen = await render(
        <>
          {view({ appearance: { theme: 'dark' } })}
          <p>Host</p>
        </>,
      );
      const host = getComputedStyle(screen.getByText('Host').element());
      expect(host.getPropertyValue('--pl-accent')).toBe('');
      expect(host.fontFamily).toBe(getComputedStyle(document.body).fontFamily);
      expect({ ...getComputedStyle(document.body) }).toMatchObject({
        color: before.color,
        colorScheme: before.colorScheme,
      });
    });

    test('keeps its look where the host resets everything', async () => {
      // Wherever the pointer happens to rest, nothing is hovered.
      const still = <div style={{ pointerEvents: 'none' }}>{view({ id: 'calm', appearance: { theme: 'light' } })}</div>;
      const calm = await render(still);
      const expected = looksOf(calm.container);
      await calm.unmount();
      const reset = document.createElement('style');
      reset.textContent =
        '* { margin: 0; padding: 0; letter-spacing: 3px } button { all: unset } svg { max-width: 9px; fill: red } p, b, dt, td { color: red; font-size: 40px } label { margin: 9px } div { text-transform: uppercase }';
      document.head.append(reset);
      const reached = await render(still);
      expect(looksOf(reached.container)).toEqual(expected);
      reset.remove();
    });
  });
}

function looksOf(container: Element): readonly string[] {
  return [...container.querySelectorAll('#calm, #calm *')].map((element) => {
    const { color, fontSize, padding, letterSpacing, fill, inlineSize, textTransform } = getComputedStyle(element);
    return [element.tagName, color, fontSize, padding, letterSpacing, fill, inlineSize, textTransform].join(' ');
  });
}
