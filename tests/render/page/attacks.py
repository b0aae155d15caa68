"""Text of an article, a name or a file name that would be something else in a page than text."""

from __future__ import annotations

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "</style><script>x</script>",
    "</title></p></main></body>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "<?php ?>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "&amp",
    "javascript:alert(1)",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<form action=//evil.example><button>",
    "<template><b>",
    "</a></span></li>",
    "${alert(1)}{{7*7}}",
]
