/** The figures this Slack holds everybody to. They come from data, and Muster's renderer must not read them from here. */
import blockData from './data/blocks.json' with { type: 'json' };
import limitData from './data/limits.json' with { type: 'json' };
import methodData from './data/methods.json' with { type: 'json' };

export type Rule =
  | { readonly is: 'anything' | 'boolean' | 'blocks' }
  | { readonly is: 'string'; readonly min?: number; readonly max?: number; readonly pattern?: string }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'one of'; readonly among: readonly string[] }
  | { readonly is: 'plain' | 'text'; readonly max: number }
  | { readonly is: 'list'; readonly max?: number; readonly of: Rule }
  | { readonly is: 'shape'; readonly shape: string }
  | { readonly is: 'element'; readonly among: readonly string[] };

export type Spec = {
  readonly fields: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly string[];
  readonly oneOf?: readonly string[];
};
export type Surface = 'message' | 'modal' | 'home';
type BlockSpec = Spec & { readonly on: readonly Surface[] };

export type Pace = { readonly perMinute: number; readonly burst: number };
export type MethodFacts = { readonly tier: string; readonly scopes: readonly string[]; readonly token?: 'app' };

// JSON widens its literals, so the shapes are said here, once.
const kit = blockData as unknown as {
  readonly blocks: Readonly<Record<string, BlockSpec>>;
  readonly elements: Readonly<Record<string, Spec>>;
  readonly shapes: Readonly<Record<string, Spec>>;
};
const api = methodData as unknown as {
  readonly tiers: Readonly<Record<string, Pace>>;
  readonly perChannel: Readonly<Record<string, Pace>>;
  readonly methods: Readonly<Record<string, MethodFacts>>;
};

export const { blocks: blockSpecs, elements: elementSpecs, shapes: shapeSpecs } = kit;
export const { tiers, perChannel, methods: methodFacts } = api;
export const limits = limitData;
