import type { APIRoute } from 'astro';
import { allClosedForms } from '#src/lib/closed-forms.ts';

/** Gradients of few steps as formulas, for the figure that comes to them when another weight is chosen. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await allClosedForms()));
