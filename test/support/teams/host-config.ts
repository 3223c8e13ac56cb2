/** How Teams draws cards: the values Microsoft publishes as its host configuration, light and dark, and what its buttons take. */

export type Theme = 'light' | 'dark';

const font = {
  fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

const ink = {
  light: { text: '#ff252424', subtle: '#bf252424', accent: '#6264a7', attention: '#c4314b', card: '#ffffff' },
  dark: { text: '#ffffffff', subtle: '#bfffffff', accent: '#ffa6a7dc', attention: '#ffd74654', card: '#ff2d2c2c' },
} as const;

/** What stands on a container of a colour of its own is dark in both. */
const onColour = { text: '#ff252424', subtle: '#bf252424' };
const grounds = { accent: '#C7DEF9', good: '#CCFFCC', attention: '#FFC5B2', warning: '#FFE2B2' };

export function hostConfig(theme: Theme): object {
  const { text, subtle, card, ...own } = ink[theme];
  const colours = (default_: { text: string; subtle: string }) => ({
    default: { default: default_.text, subtle: default_.subtle },
    accent: { default: own.accent, subtle: '#8b8cc7' },
    good: { default: '#92c353', subtle: '#e592c353' },
    warning: { default: '#f8d22a', subtle: '#e5f8d22a' },
    attention: { default: own.attention, subtle: own.attention },
  });
  const coloured = Object.entries(grounds).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors: colours(onColour) },
  ]);
  return {
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#EEEEEE' },
    fontTypes: { default: font, monospace: { ...font, fontFamily: "'Courier New', Courier, monospace" } },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors: colours({ text, subtle }) },
      emphasis: {
        backgroundColor: theme === 'light' ? '#fff9f8f7' : '#ff292828',
        foregroundColors: colours({ text, subtle }),
      },
      ...Object.fromEntries(coloured),
    },
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}

/**
 * Beside what the configuration says: a button's height and padding, fields as wide as the card; and as in any message there,
 * buttons go on in the next line, and a word longer than a line is broken.
 */
export function hostStyle(theme: Theme): string {
  const dark = theme === 'dark';
  const line = dark ? '#666' : '#d1d1d1';
  const [ground, text] = dark ? ['#292929', '#fff'] : ['#fff', '#252424'];
  return `
    body { margin: 0; padding: 12px; background: ${dark ? '#1f1f1f' : '#f5f5f5'}; }
    .ac-adaptiveCard { overflow-wrap: anywhere; border: 1px solid ${line}; border-radius: 4px; }
    .ac-actionSet, .ac-actionSet > div { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { height: 32px; padding: 0 12px; border: 1px solid ${line}; border-radius: 4px; white-space: nowrap;
      font: 600 14px 'Segoe UI', Tahoma, Geneva, Verdana, sans-serif; background: ${ground}; color: ${text}; }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
    .ac-input { box-sizing: border-box; width: 100%; font: 14px 'Segoe UI', Tahoma, Geneva, Verdana, sans-serif;
      padding: 5px 10px; border: 1px solid ${line}; border-radius: 4px; background: ${ground}; color: ${text}; }
    .ac-choiceSetInput-expanded, .ac-toggleInput, .ac-choiceSetInput-multiSelect { border: 0; padding: 0; width: auto; background: none; }
    input[type=radio], input[type=checkbox] { width: auto; flex: none; }
    textarea.ac-input { min-height: 60px; }
  `;
}
