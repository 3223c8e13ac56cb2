/** The part of Adaptive Cards 1.5 that we write, as types: what is not here, no card of ours has. */

export type Colour = 'Default' | 'Good' | 'Attention' | 'Warning' | 'Accent';
export type TextRun = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Large';
  readonly color?: Colour;
  readonly isSubtle?: true;
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };
};
export type RichText = {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
};
export type Heading = {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly style: 'heading';
  readonly wrap: true;
  readonly size?: 'Medium' | 'Large';
  readonly weight: 'Bolder';
  readonly spacing?: Spacing;
};
type Spacing = 'None' | 'Small' | 'Medium' | 'Large';

export type Data = Readonly<Record<string, unknown>>;
export type Submit = {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Data;
  readonly mode?: 'secondary';
};
export type Button = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Data;
  readonly style?: 'positive';
  readonly tooltip?: string;
  /** In the menu behind the buttons it stands with. */
  readonly mode?: 'secondary';
  /** Sends nothing that was entered: a button that turns back asks for no complete form. */
  readonly associatedInputs?: 'none';
  readonly fallback: Submit & { readonly associatedInputs?: 'none' };
};
export type ActionSet = { readonly type: 'ActionSet'; readonly actions: readonly Button[]; readonly spacing?: Spacing };
export type Container = {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly separator?: true;
  readonly spacing?: Spacing;
  readonly style?: 'emphasis' | 'attention' | 'good';
};

type Column = { readonly type: 'Column'; readonly width: 'stretch' | 'auto'; readonly items: readonly Element[] };
export type ColumnSet = { readonly type: 'ColumnSet'; readonly columns: readonly Column[]; readonly spacing?: Spacing };

type Named = { readonly id: string };
type Labelled = Named & { readonly label: string };
export type Choice = { readonly title: string; readonly value: string };
export type Input =
  | (Labelled & {
      readonly type: 'Input.Text';
      readonly isMultiline?: true;
      readonly maxLength?: number;
      readonly placeholder?: string;
      readonly style?: 'url';
      readonly value?: string;
      readonly isVisible?: false;
    })
  | (Labelled & { readonly type: 'Input.Date'; readonly value?: string })
  | (Labelled & {
      readonly type: 'Input.ChoiceSet';
      readonly choices: readonly Choice[];
      readonly style: 'compact' | 'expanded';
      readonly isMultiSelect?: true;
      readonly wrap: true;
      readonly value?: string;
    })
  | (Named & {
      readonly type: 'Input.Toggle';
      readonly title: string;
      readonly value: 'true' | 'false';
      readonly wrap: true;
    });

export type Element = RichText | Heading | ActionSet | Container | ColumnSet | Input;

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly msteams: { readonly width: 'Full' };
};
