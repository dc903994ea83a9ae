import { render } from 'preact';
import { FrameView } from '../../components/conversation/frame-view.tsx';
import { closeOnEscape } from '../../components/hooks/close-on-escape.ts';

closeOnEscape();
render(<FrameView />, document.getElementById('root') as HTMLElement);
