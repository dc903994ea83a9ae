import './loading-view.css';

const SHAPES = ['customer wide', 'bot', 'customer short', 'bot wide', 'agent', 'customer'];

/** Where the transcript will stand. Its shapes come into sight only when the answer takes long enough to be noticed. */
export function LoadingView() {
  return (
    <div class="loading" aria-hidden="true">
      <div class="loading-shapes late">
        {SHAPES.map((shape) => (
          <span key={shape} class={`loading-shape ${shape}`} />
        ))}
      </div>
    </div>
  );
}
