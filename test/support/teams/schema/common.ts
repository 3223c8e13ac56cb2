/** Words and shapes that the elements of a card share. Fields that nobody knows are refused everywhere. */
import { z } from 'zod';

export const words = z.string().min(1);
export const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']);
export const across = z.enum(['left', 'center', 'right']);
export const down = z.enum(['top', 'center', 'bottom']);
export const color = z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']);
export const surface = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
export const pixels = z.string().regex(/^\d+px$/);

/** Teams takes any case here; the documentation writes the first letter small or large. */
export function anyCase<T extends Record<string, string>>(choice: z.ZodEnum<T>) {
  const known = new Set(choice.options.map((option) => option.toLowerCase()));
  return z.string().refine((value) => known.has(value.toLowerCase()), {
    error: `must be one of ${choice.options.join(', ')}`,
  });
}

export const element = {
  id: words.optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: anyCase(spacing).optional(),
  height: z.enum(['auto', 'stretch']).optional(),
};
