import { describe, expect, test, vi } from 'vitest';
import { webAssembly } from '#engine/kernels/webassembly.ts';

describe('webAssembly(size)', () => {
  test('takes JavaScript where there is no WebAssembly, and where memory has run out', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const fresh = await import('#engine/kernels/webassembly.ts');
    expect(fresh.webAssembly(100_000).kernel.name).toBe('javascript');
    const Memory = (): never => {
      throw new RangeError('could not allocate memory');
    };
    vi.unstubAllGlobals();
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: WebAssembly.Module, Memory });
    expect(webAssembly(100_000).kernel.name).toBe('javascript');
    vi.unstubAllGlobals();
  });
});
