import { describe, expect, test, vi } from 'vitest';

describe('webAssembly(size)', () => {
  test('takes JavaScript where there is no WebAssembly', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const fresh = await import('#engine/kernels/webassembly.ts');
    expect(fresh.webAssembly(100_000).kernel.name).toBe('javascript');
    vi.unstubAllGlobals();
  });
});
