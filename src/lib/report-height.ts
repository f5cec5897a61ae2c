/**
 * Tells the page around a frame how high the content is, whenever that changes: as learning-management
 * systems listen (`lti.frameResize`, as an object and as text), and to a resizer of H5P that answers.
 * The message holds nothing but a height; without a listener the frame scrolls.
 */
export function reportHeight(view: Window): void {
  const around = view.parent;
  if (around === view) return;
  const { body } = view.document;
  let reported = 0;
  let isH5P = false;
  const h5p = (action: string): void =>
    around.postMessage(
      {
        context: 'h5p',
        action,
        scrollHeight: reported,
        clientHeight: view.document.documentElement.clientHeight,
      },
      '*',
    );
  const report = (): void => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height === reported) return;
    reported = height;
    const message = { subject: 'lti.frameResize', height };
    around.postMessage(message, '*');
    around.postMessage(JSON.stringify(message), '*');
    if (isH5P) h5p('prepareResize');
  };
  view.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== around || typeof data !== 'object' || data === null) return;
    if (!('context' in data) || data.context !== 'h5p' || !('action' in data)) return;
    if (data.action === 'hello') {
      isH5P = true;
      h5p('prepareResize');
    }
    if (data.action === 'resizePrepared') h5p('resize');
  });
  new ResizeObserver(report).observe(body);
  h5p('hello');
}
