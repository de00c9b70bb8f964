import type { Preview } from '@storybook/react-vite';
import '../packages/react/src/styles/styles.css';
import './canvas.css';

/** What the toolbar sets, for every story that does not say otherwise itself. */
const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true },
    layout: 'fullscreen',
  },
  globalTypes: {
    theme: {
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    density: {
      toolbar: { title: 'Density', icon: 'component', items: ['comfortable', 'compact'], dynamicTitle: true },
    },
    locale: {
      toolbar: {
        title: 'Locale',
        icon: 'globe',
        items: ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP', 'ar-EG'],
        dynamicTitle: true,
      },
    },
    dir: { toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
  },
  initialGlobals: { theme: 'light', density: 'comfortable', locale: 'en-US', dir: 'ltr' },
  decorators: [
    (Story, { args, globals }) => (
      <div className="canvas" data-theme={globals.theme}>
        <Story
          args={{
            locale: globals.locale,
            dir: globals.dir,
            ...args,
            appearance: { theme: globals.theme, density: globals.density, ...args.appearance },
          }}
        />
      </div>
    ),
  ],
};

export default preview;
