<?php
header('X-Filler: ' . str_repeat('a', 3000));
for ($i = 0; $i < 3; $i++) {
    error_log("notice $i " . str_repeat('n', 900));
}
echo "ok\n";
