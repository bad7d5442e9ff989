<?php
function deeper($n) { return array_map('deeper', [$n]); }
deeper(1);
