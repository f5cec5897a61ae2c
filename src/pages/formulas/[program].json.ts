import type { APIRoute, GetStaticPaths } from 'astro';
import { STEPPED } from '#components/widgets/backward-settings.ts';
import { programFormulas } from '#src/lib/program-formulas.ts';

export const getStaticPaths = (() =>
  STEPPED.map(({ program }) => ({ params: { program } }))) satisfies GetStaticPaths;

/** The formulas of a program's steps, both ways, for figures that come to it later. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(programFormulas(params['program'] ?? '')));
