import { render } from 'preact';
import { FrameView } from '../../components/conversation/frame-view.tsx';

render(<FrameView />, document.getElementById('root') as HTMLElement);
