import { render } from 'preact';
import { PopupView } from '../../components/lookup/popup-view.tsx';

render(<PopupView />, document.getElementById('root') as HTMLElement);
