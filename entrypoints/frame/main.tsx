import { render } from 'preact';

render(<main data-state="idle" />, document.getElementById('root') as HTMLElement);
