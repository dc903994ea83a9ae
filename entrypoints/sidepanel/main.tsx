import { render } from 'preact';
import { PanelView } from '../../components/conversation/panel-view.tsx';

render(<PanelView />, document.getElementById('root') as HTMLElement);
