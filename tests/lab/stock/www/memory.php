<?php
ini_set('memory_limit', $_GET['limit'] ?? ini_get('memory_limit'));
$held = [];
for ($mib = (int) ($_GET['mib'] ?? 64); $mib > 0; $mib--) {
    $held[] = str_repeat(chr($mib % 256), 1024 * 1024);
}
usleep(1000 * (int) ($_GET['hold'] ?? 0));
echo count($held), "\n";
