import { render } from 'preact';
import { OptionsView } from '../../components/setup/options-view.tsx';

render(<OptionsView />, document.getElementById('root') as HTMLElement);
